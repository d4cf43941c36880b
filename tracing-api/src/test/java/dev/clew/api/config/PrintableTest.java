// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void lineBreaksAndEscapesCannotForgeALogLine() {
    assertThat(Printable.of("a\r\nCLEW-0001: \u001b[2J\u2028b", 100))
        .isEqualTo("a\\u000d\\u000aCLEW-0001: \\u001b[2J\\u2028b");
  }

  @Test
  void textThatReordersWhatIsShownIsEscaped() {
    assertThat(Printable.of("user\u202egnp.exe", 100)).isEqualTo("user\\u202egnp.exe");
  }

  @Test
  void loneSurrogatesAreEscapedAndPairsKept() {
    assertThat(Printable.of("\ud800x\ud83e\uddf6", 100)).isEqualTo("\\ud800x\ud83e\uddf6");
  }

  @Test
  void longTextIsCutAndSaysSo() {
    assertThat(Printable.of("x".repeat(1_000_000), 5)).isEqualTo("xxxxx...");
    assertThat(Printable.of("xxxxx", 5)).isEqualTo("xxxxx");
    assertThat(Printable.of(null, 5)).isEqualTo("null");
  }
}
