// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.micro;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * The main class of the server's JVM: a Payara Micro that deploys what it is told to on its
 * standard input, a line each, and answers a line each. It ends with that input, and so with the
 * JVM that has started it.
 */
public final class MicroServer {

  static final String DEPLOY = "deploy ";
  static final String UNDEPLOY = "undeploy ";
  static final String DONE = "done";

  /** As the other servers of this family have it: see dev.clew.it.server.Payara. */
  private static final List<String> SETTINGS =
      List.of(
          "configs.config.server-config.network-config.network-listeners.network-listener"
              + ".http-listener.address=127.0.0.1",
          "resources.jdbc-connection-pool.H2Pool.property.URL=jdbc:h2:mem:test;DB_CLOSE_DELAY=-1",
          "resources.context-service.concurrent/__defaultContextService.context-info="
              + "Classloader,JNDI,Security,WorkArea,OpenTelemetry");

  private MicroServer() {}

  /**
   * Starts.
   *
   * @param arguments the HTTP port, and where its files go
   */
  public static void main(String... arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err); // the log's
    PayaraMicroRuntime server = start(Integer.parseInt(arguments[0]), new File(arguments[1]));
    answers.println(DONE);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      // On a thread of its own, which keeps nothing of the application.
      FutureTask<String> task = new FutureTask<>(order(line, server));
      new Thread(task).start();
      answers.println(task.get());
    }
    server.shutdown();
    System.exit(0);
  }

  private static PayaraMicroRuntime start(int port, File home) throws BootstrapException {
    PayaraMicro micro = PayaraMicro.getInstance();
    micro.setNoCluster(true);
    micro.setHttpPort(port);
    micro.setRootDir(home);
    micro.setPreBootHandler(MicroServer::configure);
    return micro.bootStrap();
  }

  private static void configure(AdminCommandRunner server) {
    SETTINGS.forEach(setting -> server.run("set", setting));
  }

  private static Callable<String> order(String line, PayaraMicroRuntime server) {
    return () -> {
      if (line.startsWith(UNDEPLOY)) {
        server.undeploy(line.substring(UNDEPLOY.length()));
        return DONE;
      }
      return server.deploy(new File(line.substring(DEPLOY.length()))) ? DONE : "not deployed";
    };
  }
}
