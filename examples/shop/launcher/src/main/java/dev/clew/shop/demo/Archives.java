// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Changes archives after they were built. */
final class Archives {

  private static final String LIBRARIES = "/WEB-INF/lib";

  private Archives() {}

  /** Adds those libraries of another WAR that a WAR does not have. */
  static void addLibraries(Path war, Path other) throws IOException {
    try (FileSystem to = FileSystems.newFileSystem(war);
        FileSystem from = FileSystems.newFileSystem(other);
        Stream<Path> libraries = Files.list(from.getPath(LIBRARIES))) {
      List<Path> all = libraries.toList();
      for (Path library : all) {
        Path here = to.getPath(library.toString());
        if (!Files.exists(here)) {
          Files.copy(library, here);
        }
      }
    }
  }
}
