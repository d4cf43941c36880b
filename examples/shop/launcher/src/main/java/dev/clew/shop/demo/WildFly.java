// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A WildFly in a process of its own, on the loopback interface. */
public final class WildFly implements AutoCloseable {

  static final String CONFIGURATION = "standalone-full.xml";

  private static final int LOG_TAIL = 15;

  private final Process process;
  private final RunDirectory directory;

  private WildFly(Process process, RunDirectory directory) {
    this.process = process;
    this.directory = directory;
  }

  /**
   * Starts it; it deploys what is in the directory.
   *
   * @param httpPort a free one
   * @param javaOptions for its JVM, which ends with this one in any case
   * @param environment added to that of this process, whose own settings of OpenTelemetry and AWS
   *     are left out
   */
  public static WildFly start(
      Layout layout,
      RunDirectory directory,
      int httpPort,
      List<String> javaOptions,
      Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(layout, directory, httpPort, javaOptions))
            .redirectErrorStream(true)
            .redirectOutput(directory.log().toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("OTEL_") || name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    return new WildFly(builder.start(), directory);
  }

  private static List<String> command(
      Layout layout, RunDirectory directory, int httpPort, List<String> javaOptions) {
    return StandaloneCommandBuilder.of(layout.serverHome())
        .setJavaHome(Path.of(System.getProperty("java.home")))
        .setBaseDirectory(directory.path())
        .setServerConfiguration(CONFIGURATION)
        .setBindAddressHint("127.0.0.1")
        .addJavaOptions(javaOptions)
        .addJavaOption("-Djava.net.preferIPv4Stack=true")
        .addJavaOption("-javaagent:" + layout.launcherJar())
        .addJavaOption("-Dorg.jboss.logmanager.nocolor=true")
        .addServerArgument("-Djboss.http.port=" + httpPort)
        // Any free ones.
        .addServerArguments("-Djboss.https.port=0", "-Djboss.management.http.port=0")
        .build();
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /**
   * Waits a little.
   *
   * @return whether all of these are deployed
   * @throws Problem if one cannot be, or the server has ended
   */
  public boolean awaitDeployed(List<String> wars, long millis)
      throws InterruptedException, Problem {
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw problem("WildFly ended with exit status " + process.exitValue());
    }
    for (String war : wars) {
      if (Files.exists(directory.deployments().resolve(war + ".failed"))) {
        throw problem(war + " could not be deployed");
      }
    }
    return wars.stream()
        .allMatch(war -> Files.exists(directory.deployments().resolve(war + ".deployed")));
  }

  /** With the end of the log, which mostly tells why. */
  public Problem problem(String what) {
    return Problem.failure(what + ". The end of " + directory.log() + ":\n" + logTail());
  }

  private String logTail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(directory.log()), StandardCharsets.UTF_8).lines().toList();
      return Style.plainLines(
          String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size())));
    } catch (IOException unreadable) {
      return "  (cannot be read: " + unreadable + ")";
    }
  }

  /** Ends it and everything it started, at the latest after ten seconds. */
  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().collect(Collectors.toList());
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
