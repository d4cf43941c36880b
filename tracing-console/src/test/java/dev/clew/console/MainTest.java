// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.console.config.ConsoleOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void unset() {
    List.of("clew.console.port", "clew.console.prot", "clew.console.dir")
        .forEach(System::clearProperty);
  }

  @Test
  void helpTellsEveryKey() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(ConsoleOptions.all().stream().map(Option::key).toList())
        .contains(ConsoleOptions.ofDynamoDb().stream().map(Option::key).toList());
  }

  @Test
  void documentTellsEveryKeyWithItsDefault() throws Exception {
    String document = Files.readString(Path.of("../docs/console.md"));

    for (Option<?> option : ConsoleOptions.all()) {
      String shown = option.defaultText().isEmpty() ? "" : "`" + option.defaultText() + "`";
      assertThat(document).contains("| `%s` | %s | ".formatted(option.key(), shown));
    }
  }

  @Test
  void wrongArgumentsKeysAndValuesAreToldAllAtOnce() {
    System.setProperty("clew.console.port", "many");
    System.setProperty("clew.console.prot", "1");

    assertThat(run("--verbose")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("unknown argument: --verbose")
        .contains("clew.console.port is set to 'many'; allowed is a whole number from 0 to 65535")
        .contains("unknown key: clew.console.prot");
  }

  @Test
  void directoryInUseIsTold() throws Exception {
    System.setProperty("clew.console.port", "0");
    System.setProperty("clew.console.dir", directory.toString());
    try (StartedConsole first = StartedConsole.in(directory)) {
      assertThat(first.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(run()).isEqualTo(1);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("is used by another process");
  }

  private int run(String... arguments) {
    return Main.run(arguments, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
