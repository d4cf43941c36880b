// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openrewrite.Validated;
import org.openrewrite.config.Environment;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the guides show works: code compiles, settings are read, recipes are there. */
class GuidesTest {

  private static final Pattern RECIPE = Pattern.compile("dev\\.clew\\.migration\\.\\w+");

  /** A table's row; its second cell and the third tell what is new. */
  private static final Pattern ROW =
      Pattern.compile("^\\|[^|]*\\|([^|]*\\|[^|]*)\\|$", Pattern.MULTILINE);

  private static final Pattern KEY =
      Pattern.compile("`((?:otel|clew|mp\\.opentracing)\\.[a-z.-]+)(?:=[^`]*)?`");

  @TempDir Path output;

  static List<Guide> guides() {
    return Guide.all();
  }

  static Stream<Snippet> java() {
    return snippets("java");
  }

  static Stream<Snippet> properties() {
    return snippets("properties").filter(snippet -> !snippet.isOld());
  }

  static Stream<Snippet> xml() {
    return snippets("xml");
  }

  private static Stream<Snippet> snippets(String language) {
    return guides().stream().flatMap(guide -> guide.snippets(language));
  }

  @Test
  void thereIsOneForEachTracerThatPeopleComeFrom() {
    assertThat(guides())
        .extracting(Guide::name)
        .containsExactly(
            "migrating-from-aws-xray-sdk.md",
            "migrating-from-microprofile-opentracing.md",
            "migrating-from-microprofile-telemetry.md",
            "migrating-from-the-opentelemetry-agent.md");
  }

  @ParameterizedTest
  @MethodSource("java")
  void codeCompilesWithoutWarnings(Snippet snippet) throws IOException {
    SnippetCompiler.compile(snippet, output);
  }

  @ParameterizedTest
  @MethodSource("properties")
  void settingsAreReadAndTheirValuesCanBeUsed(Snippet snippet) throws Exception {
    Map<String, Option<?>> declared = DeclaredOptions.byKey();
    Properties shown = new Properties();
    shown.load(new StringReader(snippet.text()));
    List<String> problems = new ArrayList<>();
    Settings settings =
        Settings.of(shown::getProperty, (id, message) -> problems.add(id + ": " + message));
    assertThat(declared.keySet()).containsAll(shown.stringPropertyNames());
    shown.stringPropertyNames().forEach(key -> settings.get(declared.get(key)));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("guides")
  void keysThatTablesNameAsNewAreRead(Guide guide) throws Exception {
    Map<String, Option<?>> declared = DeclaredOptions.byKey();
    Matcher row = ROW.matcher(guide.text());
    while (row.find()) {
      Matcher key = KEY.matcher(row.group(1));
      while (key.find()) {
        assertThat(declared).as(row.group()).containsKey(key.group(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("xml")
  void xmlIsWellFormed(Snippet snippet) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader("<all>" + snippet.text() + "</all>")));
    assertThat(document.getElementsByTagName("dependency").getLength()).isPositive();
  }

  @Test
  void recipesAreThereAndCanBeUsed() {
    Environment clew = Environment.builder().scanYamlResources().build();
    for (Guide guide : guides()) {
      Matcher recipe = RECIPE.matcher(guide.text());
      while (recipe.find()) {
        assertThat(clew.activateRecipes(recipe.group()).validateAll())
            .as(recipe.group())
            .allMatch(Validated::isValid);
      }
    }
  }
}
