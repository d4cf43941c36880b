// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import dev.clew.emulators.Kinesis;
import dev.clew.emulators.NotInstalledException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Kinesis, emulated. Without Node or a registry its tests are skipped, and say so; CI has to have
 * both.
 */
final class LocalKinesis {

  private static final Path HOME = Path.of("target", "kinesis-local").toAbsolutePath();

  private final Kinesis emulator;

  private LocalKinesis(Kinesis emulator) {
    this.emulator = emulator;
  }

  /** Starts it, without a stream. */
  static LocalKinesis start() throws Exception {
    try {
      return new LocalKinesis(Kinesis.start(HOME));
    } catch (NotInstalledException missing) {
      String message = "Kinesis is not tested: " + missing.getMessage();
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message, missing);
      }
      System.err.println("WARNING: " + message);
      Assumptions.abort(message);
      throw missing;
    }
  }

  URI uri() {
    return emulator.uri();
  }

  void stop() throws InterruptedException {
    emulator.stop();
  }
}
