// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import dev.clew.api.config.Option;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every option that some room declares, found as rooms keep them: in a class with {@code all()}.
 */
final class DeclaredOptions {

  private DeclaredOptions() {}

  static Map<String, Option<?>> byKey() throws IOException, ReflectiveOperationException {
    Map<String, Option<?>> byKey = new TreeMap<>();
    Path root = Path.of("").toAbsolutePath().getParent();
    try (DirectoryStream<Path> rooms =
        Files.newDirectoryStream(root, DeclaredOptions::isOfApplications)) {
      for (Path room : rooms) {
        Path sources = room.resolve("src/main/java");
        for (Path file : Files.exists(sources) ? declaring(sources) : List.<Path>of()) {
          for (Object option : (Iterable<?>) type(file).getMethod("all").invoke(null)) {
            byKey.put(option.toString(), (Option<?>) option);
          }
        }
      }
    }
    return byKey;
  }

  /** The collector is configured by those who run it, and no guide is about that. */
  private static boolean isOfApplications(Path room) {
    String name = room.getFileName().toString();
    return name.startsWith("tracing-") && !name.equals("tracing-console");
  }

  /** Relative to the folder of sources. */
  private static List<Path> declaring(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\w+Options.java"))
          .map(sources::relativize)
          .toList();
    }
  }

  private static Class<?> type(Path file) throws ClassNotFoundException {
    String path = file.toString().replaceFirst("\\.java$", "");
    return Class.forName(path.replace('/', '.').replace('\\', '.'));
  }
}
