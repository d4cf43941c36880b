// SPDX-License-Identifier: Apache-2.0
package dev.clew.emulators;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The emulator kinesis-local in a process of its own, which ends with this one, on any free port of
 * the loopback interface.
 */
public final class Kinesis {

  private static final String PLAIN = "listening 4568 ";

  private final Process process;
  private final URI uri;

  private Kinesis(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts it, without a stream.
   *
   * @param home where it is, or is installed to where it is not there yet
   * @throws NotInstalledException without Node, or where npm cannot install it
   */
  public static Kinesis start(Path home)
      throws IOException, InterruptedException, NotInstalledException {
    NodePackage.install(home);
    ProcessBuilder node =
        new ProcessBuilder("node", "-r", home.resolve(NodePackage.LOOPBACK).toString(), "main.js")
            .directory(home.resolve(NodePackage.MAIN).getParent().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    node.environment().put("AWS_REGION", "eu-central-1");
    node.environment().put("LOG_LEVEL", "ERROR");
    Process process = node.start();
    return new Kinesis(process, URI.create("http://127.0.0.1:" + port(process)));
  }

  /** Of its servers, that without TLS, which wants this port; {@code loopback.js} tells. */
  private static int port(Process process) throws IOException {
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(PLAIN)) {
        return Integer.parseInt(line.substring(PLAIN.length()));
      }
    }
    throw new IOException("kinesis-local did not start");
  }

  /** Where it is. */
  public URI uri() {
    return uri;
  }

  /** Ends it. */
  public void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
