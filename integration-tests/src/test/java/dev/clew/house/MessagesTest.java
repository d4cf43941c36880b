// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message id in the code is explained once in docs/messages.md, and nothing else is. */
class MessagesTest {

  private static final Pattern IN_CODE = Pattern.compile("\"(CLEW-\\d{4})\\b");
  private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| (CLEW-\\d{4}) \\|");

  @Test
  void documentExplainsWhatTheCodeSays() throws IOException {
    List<String> documented = all(IN_TABLE, Document.of("docs/messages.md").text()).toList();

    assertThat(documented).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(documented)).isEqualTo(inCode());
  }

  @Test
  void anIdMeansOneThing() throws IOException {
    List<String> oncePerClass =
        sources().flatMap(source -> all(IN_CODE, read(source)).distinct()).toList();

    assertThat(oncePerClass).doesNotHaveDuplicates();
  }

  private static TreeSet<String> inCode() throws IOException {
    return sources()
        .flatMap(source -> all(IN_CODE, read(source)))
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> rooms = Files.list(Document.root());
        Stream<Path> installations = Files.list(Document.root().resolve("dist"))) {
      Path war = Document.root().resolve("tracing-console/war");
      return Stream.of(rooms, installations, Stream.of(war))
          .flatMap(folders -> folders)
          .map(room -> room.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .toList()
          .stream()
          .flatMap(MessagesTest::sources);
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }
}
