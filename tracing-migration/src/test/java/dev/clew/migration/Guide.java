// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the documents that say how to come to Clew, and the blocks of code in it. */
record Guide(String name, String text, List<Snippet> snippets) {

  private static final Path DOCS = Path.of("").toAbsolutePath().getParent().resolve("docs");
  private static final Pattern FENCED =
      Pattern.compile("^```(\\w+) ?([\\w ]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  static List<Guide> all() {
    try (Stream<Path> files = Files.list(DOCS)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("migrating-from-"))
          .sorted()
          .map(Guide::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The guide whose name ends so. */
  static Guide from(String what) {
    return read(DOCS.resolve("migrating-from-" + what + ".md"));
  }

  private static Guide read(Path file) {
    try {
      String text = Files.readString(file);
      String name = file.getFileName().toString();
      List<Snippet> snippets = new ArrayList<>();
      Matcher fenced = FENCED.matcher(text);
      while (fenced.find()) {
        int line = (int) text.substring(0, fenced.start()).lines().count() + 1;
        snippets.add(
            new Snippet(name + ":" + line, fenced.group(1), fenced.group(2), fenced.group(3)));
      }
      return new Guide(name, text, List.copyOf(snippets));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Those of a language, in the order in which they stand. */
  Stream<Snippet> snippets(String language) {
    return snippets.stream().filter(snippet -> snippet.language().equals(language));
  }

  @Override
  public String toString() {
    return name;
  }
}
