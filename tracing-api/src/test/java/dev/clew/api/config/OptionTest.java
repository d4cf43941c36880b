// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTest {

  private static final Option<Duration> DELAY = Option.duration("delay", "5s");
  private static final Option<Long> SIZE = Option.size("size", "32MB", 1 << 10, 1L << 40);
  private static final Option<TimeUnit> UNIT = Option.choice("unit", TimeUnit.SECONDS);

  @ParameterizedTest
  @CsvSource({"0, 0", "250, 250", "250ms, 250", "5s, 5000", "2 m, 120000", "1H, 3600000"})
  void durationsTakeUnits(String text, long millis) {
    assertThat(DELAY.parse(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1", "1.5s", "5 parsecs", "99999999999999999999", "87601h"})
  void durationsRefuseWhatIsNone(String text) {
    assertThatThrownBy(() -> DELAY.parse(text)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @CsvSource({"1024, 1024", "1kB, 1024", "32MB, 33554432", "2g, 2147483648", "4096b, 4096"})
  void sizesTakeUnitsOf1024(String text, long bytes) {
    assertThat(SIZE.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1023", "MB", "-1", "9223372036854775807GB", "2TB"})
  void sizesRefuseWhatIsOutOfRangeOrOverflows(String text) {
    assertThatThrownBy(() -> SIZE.parse(text)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void integersKeepTheirBounds() {
    Option<Integer> option = Option.integer("count", 128, 0, 1000);
    assertThat(option.parse(" 1000 ")).isEqualTo(1000);
    assertThatThrownBy(() -> option.parse("1001")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> option.parse("4294967296")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void numbersRefuseNotANumber() {
    Option<Double> option = Option.number("ratio", 1.0, 0.0, 1.0);
    assertThat(option.parse("0.25")).isEqualTo(0.25);
    assertThatThrownBy(() -> option.parse("NaN")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> option.parse("1.01")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void flagsAreTrueOrFalseAndNothingElse() {
    Option<Boolean> option = Option.flag("on", true);
    assertThat(option.parse("FALSE")).isFalse();
    assertThatThrownBy(() -> option.parse("yes")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void choicesNameWhatIsAllowed() {
    assertThat(UNIT.parse("hours")).isEqualTo(TimeUnit.HOURS);
    assertThat(UNIT.allowed()).contains("nanoseconds, microseconds").contains("days");
    assertThatThrownBy(() -> UNIT.parse("weeks")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void listsLeaveOutEmptyParts() {
    Option<List<String>> option = Option.list("list", "a, b");
    assertThat(option.defaultValue()).containsExactly("a", "b");
    assertThat(option.parse(",x,, y ,")).containsExactly("x", "y");
  }

  @Test
  void mapsDecodePercentButKeepThePlus() {
    Option<Map<String, String>> option = Option.map("map", "");
    assertThat(option.defaultValue()).isEmpty();
    assertThat(option.parse("a=1, b = x%2Cy%20z ,c=1+1,d=,e=k=v"))
        .isEqualTo(Map.of("a", "1", "b", "x,y z", "c", "1+1", "d", "", "e", "k=v"));
    assertThatThrownBy(() -> option.parse("novalue")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> option.parse("=v")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> option.parse("a=%zz")).isInstanceOf(RuntimeException.class);
  }
}
