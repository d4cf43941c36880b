// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BuildProgressTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final BuildProgress progress =
      new BuildProgress(new PrintStream(printed, true, StandardCharsets.UTF_8), 0);

  @Test
  void tellsWhichModuleIsBuilt() {
    accept(0, "[INFO] Building Clew engine 0.1.0-SNAPSHOT                          [4/14]");

    assertThat(printed()).isEqualTo("  [4/14] Clew engine\n");
  }

  @Test
  void tellsNowAndThenHowFarADownloadIs() {
    accept(1, "Downloaded from central: https://repo.example/a.pom (2 kB at 1 kB/s)");
    accept(1, "Downloading from central: https://repo.example/wildfly/1/wildfly-1.zip");
    accept(2, "Progress (1): 1/261 MB");
    tick(2);
    accept(3, "Progress (1): 2/261 MB   ");
    tick(3);
    accept(4, "Progress (1): 3/261 MB");
    tick(4);

    assertThat(printed()).isEqualTo("  1 files downloaded; wildfly-1.zip, 2/261 MB\n");
  }

  @Test
  void isNeverSilentForLong() {
    tick(9);
    tick(10);
    tick(19);
    tick(20);

    assertThat(printed()).isEqualTo("  still building, 10 s\n  still building, 20 s\n");
  }

  @Test
  void saysPlainlyThatTheDiskIsFull() {
    accept(1, "[ERROR] Failed to execute goal x: Error unpacking file: No space left on device");

    assertThat(explained()).startsWith("The disk is full: ");
  }

  @Test
  void saysPlainlyThatADownloadFailed() {
    accept(1, "[ERROR] Failed to execute goal on project shop");
    accept(1, "[ERROR] Could not transfer artifact a:b:zip:1 from/to central: repo.example: Name");

    assertThat(explained()).startsWith("A download failed: Could not transfer").contains("again");
  }

  @Test
  void showsTheFirstErrorsOfAnyOtherFailure() {
    accept(1, "[ERROR] COMPILATION ERROR :");
    accept(1, "[ERROR] Shop.java:[1,2] ';' expected");

    assertThat(explained()).startsWith("The build failed:\n  COMPILATION ERROR :\n  Shop.java");
  }

  @Test
  void saysNothingWhenNothingFailed() {
    assertThat(explained()).isEmpty();
  }

  private void accept(int second, String line) {
    progress.accept(line, Duration.ofSeconds(second).toNanos());
  }

  private void tick(int second) {
    progress.tick(Duration.ofSeconds(second).toNanos());
  }

  private String explained() {
    progress.explain();
    return printed();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
