// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a mapped journal is for one run.
 *
 * @param path a directory of its own below {@code java.io.tmpdir}
 */
record JournalDirectory(Path path) {

  static JournalDirectory create() {
    try {
      return new JournalDirectory(Files.createTempDirectory("clew-benchmark"));
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** With all that is in it. */
  void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
