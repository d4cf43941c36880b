// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an earlier process has left in the directory. */
final class Inventory {

  private Inventory() {}

  /** All files; those that were not finished, and hours without any, are deleted. */
  static List<DataFile> of(Path root) throws IOException {
    List<DataFile> files = new ArrayList<>();
    for (Path hour : list(root)) {
      if (Hour.end(hour).isPresent()) {
        List<Path> found = list(hour);
        for (Path path : found) {
          if (path.toString().endsWith(FileWriter.UNFINISHED)) {
            Files.delete(path);
          } else {
            DataFile.at(path).ifPresent(files::add);
          }
        }
        if (found.isEmpty()) {
          Files.delete(hour);
        }
      }
    }
    return files;
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.sorted().toList();
    }
  }
}
