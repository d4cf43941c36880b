// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/aws.md shows compiles, and the tests it names are there. */
class DocumentTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @TempDir Path output;

  @Test
  void codeCompiles() throws IOException {
    List<String> snippets = all(JAVA).toList();
    assertThat(snippets).isNotEmpty();
    for (String snippet : snippets) {
      StringWriter complaints = new StringWriter();
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  null,
                  null,
                  List.of("-proc:none", "-d", output.toString()),
                  null,
                  List.of(new Snippet(snippet)))
              .call();
      assertThat(compiled).as("%s", complaints).isTrue();
    }
  }

  @Test
  void testsAreThere() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      List<String> present =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Test.java"))
              .map(name -> name.replace(".java", ""))
              .toList();
      assertThat(present).containsAll(all(TEST).toList());
    }
  }

  private static Stream<String> all(Pattern pattern) throws IOException {
    String text = Files.readString(root().resolve("docs/aws.md"));
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }

  private static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }

  private static final class Snippet extends SimpleJavaFileObject {

    private final String code;

    Snippet(String code) {
      super(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
