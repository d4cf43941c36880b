// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What Payara and GlassFish have in common. */
abstract sealed class GlassFishFamily implements Server permits Payara, GlassFish {

  private static final Map<Capability, String> GAPS =
      Map.of(
          Capability.EJB_ASYNC,
          "its EJB container hands nothing of the caller's thread on that a library could put"
              + " there: each run is a trace of its own",
          Capability.WEB_SOCKET,
          "Tyrus makes endpoints past CDI, so that no interceptor sees them; the handshake is"
              + " traced",
          Capability.SSE_CUT,
          "Jersey leaves such a request open: its span ends when the application does");

  /** Those of both. */
  @Override
  public Map<Capability, String> gaps() {
    return GAPS;
  }

  @Override
  public final List<Integer> ports() {
    return List.of(8080, 4848, 8181, 7676, 3700, 3820, 3920, 8686, 4900);
  }

  @Override
  public final void prepare(int offset) throws IOException {
    Path distribution = Path.of(System.getProperty("it.server.distribution"));
    Domain domain = Domain.create(distribution, Path.of(System.getProperty("it.server.home")));
    domain.listen(offset);
    domain.option("-Xmx", "1g");
    domain.option("-Djava.net.preferIPv4Stack=", "true");
    domain.option(System.getProperty("it.server.option"), "");
    domain.option("-Dosgi.shell.telnet.port=", Integer.toString(6666 + offset));
    // asadmin starts the server and leaves, so the agent needs to be told with whom it ends.
    domain.option(
        "-javaagent:" + System.getProperty("it.launcher") + "=",
        Long.toString(ProcessHandle.current().pid()));
    domain.contextService("Classloader,JNDI,Security,WorkArea,OpenTelemetry");
    prepare(domain);
    domain.save();
  }

  /** Sets what only this server has. */
  abstract void prepare(Domain domain) throws IOException;

  @Override
  public final String dataSource() {
    return "jdbc/__default";
  }
}
