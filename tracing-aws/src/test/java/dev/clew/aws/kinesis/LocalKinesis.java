// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The emulator kinesis-local on any free port of the loopback interface. It needs Node, and is
 * installed by npm from {@code src/test/node}. Without Node or a registry its tests are skipped,
 * and say so; CI has to have both.
 */
final class LocalKinesis {

  private static final Path SOURCE = Path.of("src", "test", "node");
  private static final Path HOME = Path.of("target", "kinesis-local").toAbsolutePath();

  private static final String PLAIN = "listening 4568 ";

  private final Process process;
  private final URI uri;

  private LocalKinesis(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Starts it, without a stream. */
  static LocalKinesis start() throws Exception {
    if (!hasNode()) {
      missing("there is no node or no npm");
    }
    install();
    ProcessBuilder node =
        new ProcessBuilder("node", "-r", HOME.resolve("loopback.js").toString(), "main.js")
            .directory(HOME.resolve("node_modules/kinesis-local").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    node.environment().put("AWS_REGION", "eu-central-1");
    node.environment().put("LOG_LEVEL", "ERROR");
    Process process = node.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new LocalKinesis(process, URI.create("http://127.0.0.1:" + port(process)));
  }

  private static void missing(String what) {
    String message = "Kinesis is not tested: " + what;
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    System.err.println("WARNING: " + message);
    Assumptions.abort(message);
  }

  private static boolean hasNode() {
    return List.of("node", "npm").stream()
        .allMatch(
            tool ->
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))));
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    for (String file : List.of("package.json", "package-lock.json", "loopback.js")) {
      Files.write(HOME.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
    }
    if (Files.exists(HOME.resolve("node_modules/kinesis-local/main.js"))) {
      return;
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("npm.log").toFile())
            .start();
    if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      missing("npm could not install kinesis-local: see " + HOME + "/npm.log");
    }
  }

  /** Of its servers, that without TLS, which wants this port; {@code loopback.js} tells. */
  private static int port(Process process) throws IOException {
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(PLAIN)) {
        return Integer.parseInt(line.substring(PLAIN.length()));
      }
    }
    throw new AssertionError("kinesis-local did not start");
  }

  URI uri() {
    return uri;
  }

  void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
