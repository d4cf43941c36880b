// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.cdi.CdiOptions;
import dev.clew.engine.EngineOptions;
import dev.clew.exporter.ExporterOptions;
import dev.clew.instrument.InstrumentOptions;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jdbc.JdbcOptions;
import dev.clew.messaging.MessagingOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The README's configuration table is the code's options. To write it anew: {@code mvn -pl
 * integration-tests -am test -Dtest=ConfigurationTableTest -Dclew.docs.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ConfigurationTableTest {

  @Test
  void readmeListsEveryOptionAsTheCodeHasIt() throws IOException {
    Document readme = Document.of("README.md");
    String table = table();
    if (Boolean.getBoolean("clew.docs.write")) {
      readme.replaceSection("configuration", table);
    }
    assertThat(readme.section("configuration")).isEqualTo(table);
  }

  @Test
  void everyDefaultCanBeParsed() {
    for (Option<?> option : options().values()) {
      assertThat(option.defaultValue()).as(option.key()).isNotNull();
    }
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| key | default | allowed | what it is for |\n|---|---|---|---|\n");
    for (Option<?> option : options().values()) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  option.key(),
                  option.defaultText().isEmpty() ? "" : "`" + option.defaultText() + "`",
                  cell(option.allowed()),
                  cell(option.description())));
    }
    return table.toString();
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
