// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Links from one document of the project to another lead to a file, and to a heading, that is
 * there.
 */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        links++;
        if (!leadsSomewhere(document, link.group(1), link.group(2))) {
          dead.add(Document.root().relativize(document) + ": " + link.group());
        }
      }
    }
    assertThat(dead).isEmpty();
    assertThat(links).isGreaterThan(20);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Document.root());
        Stream<Path> docs = Files.list(Document.root().resolve("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static boolean leadsSomewhere(Path document, String file, String heading)
      throws IOException {
    Path target = file.isEmpty() ? document : document.resolveSibling(file);
    if (heading == null || !Files.isRegularFile(target)) {
      return Files.exists(target);
    }
    return HEADING
        .matcher(Files.readString(target))
        .results()
        .anyMatch(found -> anchor(found.group(1)).equals(heading));
  }

  /** As GitHub names a heading: in lower case, without punctuation, with hyphens for spaces. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }
}
