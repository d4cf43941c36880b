// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of the project, with sections between comments that a test keeps true. */
final class Document {

  private final Path path;

  private Document(Path path) {
    this.path = path;
  }

  static Document of(String name) {
    return new Document(root().resolve(name));
  }

  /** The project's root: the folder above the module that Maven tests in. */
  static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }

  String text() throws IOException {
    return Files.readString(path);
  }

  /** What stands between {@code <!-- name: begin -->} and {@code <!-- name: end -->}. */
  String section(String name) throws IOException {
    String text = text();
    return text.substring(begin(text, name), end(text, name));
  }

  void replaceSection(String name, String content) throws IOException {
    String text = text();
    Files.writeString(
        path, text.substring(0, begin(text, name)) + content + text.substring(end(text, name)));
  }

  private static int begin(String text, String name) {
    String mark = "<!-- " + name + ": begin -->\n";
    return position(text, mark) + mark.length();
  }

  private static int end(String text, String name) {
    return position(text, "<!-- " + name + ": end -->");
  }

  private static int position(String text, String mark) {
    int position = text.indexOf(mark);
    if (position < 0) {
      throw new IllegalStateException("no mark " + mark.strip());
    }
    return position;
  }
}
