// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.aws.AwsOptions;
import dev.clew.cdi.CdiOptions;
import dev.clew.engine.EngineOptions;
import dev.clew.exporter.ExporterOptions;
import dev.clew.instrument.InstrumentOptions;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jdbc.JdbcOptions;
import dev.clew.messaging.MessagingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/configuration.md is the code's options. To write it anew: {@code mvn -pl
 * integration-tests -am test -Dtest=ConfigurationTableTest -Dclew.docs.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ConfigurationTableTest {

  private static final Pattern CONSTANT =
      Pattern.compile(
          "/\\*\\*((?:[^*]++|\\*(?!/))*)\\*/\\s+(public |)(?:private )?static final Option<[^;=]*=\\s+"
              + "(?:Option\\.)?\\w+\\(\\s*\"([^\"]+)\"");

  @Test
  void pageListsEveryOptionAsTheCodeHasIt() throws IOException {
    Document page = Document.of("docs/configuration.md");
    String table = table();
    if (Boolean.getBoolean("clew.docs.write")) {
      page.replaceSection("configuration", table);
    }
    assertThat(page.section("configuration")).isEqualTo(table);
  }

  @Test
  void everyDefaultCanBeParsed() {
    for (Option<?> option : options().values()) {
      assertThat(option.defaultValue()).as(option.key()).isNotNull();
    }
  }

  private static String table() throws IOException {
    Map<String, String> described = descriptions();
    StringBuilder table =
        new StringBuilder("| key | default | allowed | what it is for |\n|---|---|---|---|\n");
    for (Option<?> option : options().values()) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  option.key(),
                  option.defaultText().isEmpty() ? "" : "`" + option.defaultText() + "`",
                  cell(option.allowed()),
                  cell(described.get(option.key()))));
    }
    return table.toString();
  }

  /** The javadoc of options' constants by their keys; a public one's counts where there are two. */
  private static Map<String, String> descriptions() throws IOException {
    Map<String, String> described = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Document.root())) {
      for (Path file : files.filter(ConfigurationTableTest::isSource).toList()) {
        Matcher constant = CONSTANT.matcher(Files.readString(file));
        while (constant.find()) {
          String text = constant.group(1).replaceAll("\\s+(\\* )?", " ");
          text = text.replaceAll("\\{@code ([^}]*)\\}", "$1").replace("&amp;", "&").strip();
          if (constant.group(2).isEmpty()) {
            described.putIfAbsent(constant.group(3), text);
          } else {
            described.put(constant.group(3), text);
          }
        }
      }
    }
    return described;
  }

  private static boolean isSource(Path file) {
    return file.toString().replace('\\', '/').matches(".*/tracing-\\w+/src/main/java/.*\\.java");
  }

  private static Map<String, Option<?>> options() {
    List<Option<?>> all = new ArrayList<>();
    all.addAll(EngineOptions.all());
    all.addAll(ExporterOptions.all());
    all.addAll(InstrumentOptions.all());
    all.addAll(CdiOptions.all());
    all.addAll(JaxrsOptions.all());
    all.addAll(JdbcOptions.all());
    all.addAll(MessagingOptions.all());
    all.addAll(AwsOptions.all());
    Map<String, Option<?>> byKey = new TreeMap<>();
    for (Option<?> option : all) {
      assertThat(byKey.put(option.key(), option)).as("declared twice: %s", option).isNull();
    }
    return byKey;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
