// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file to which the driver unpacks its native library, 70 MB each time. The driver deletes it
 * when the JVM ends in order; a process that is killed would leave it to fill the disk.
 */
final class UnpackedLibrary {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");

  /** What Linux says of the files that a process has mapped; other systems have no such file. */
  private static final Path MAPPED = Path.of("/proc/self/maps");

  private static final Pattern UNPACKED = Pattern.compile("(/.*/libduckdb_java\\d+\\.so)$");

  private UnpackedLibrary() {}

  /** Deletes it once it is loaded: what is mapped needs no name. */
  static void delete() {
    if (!Files.isReadable(MAPPED)) {
      return;
    }
    try (Stream<String> mapped = Files.lines(MAPPED)) {
      for (String line : (Iterable<String>) mapped::iterator) {
        Matcher unpacked = UNPACKED.matcher(line);
        if (unpacked.find()) {
          Files.deleteIfExists(Path.of(unpacked.group(1)));
        }
      }
    } catch (IOException | RuntimeException stays) {
      LOGGER.log(Level.FINE, "the driver's library stays until the process ends", stays);
    }
  }
}
