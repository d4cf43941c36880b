// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Headers on several lines, with APIs that have {@code TextMapGetter.getAll} and that have not. */
class HeaderLinesTest {

  @Test
  void absentHeaderIsNull() {
    assertThat(HeaderLines.only(Headers.GETTER, Headers.of(), "a")).isNull();
    assertThat(HeaderLines.joined(Headers.GETTER, Headers.of(), "a", 100)).isNull();
  }

  @Test
  void onlyLineIsItself() {
    Headers headers = Headers.of("a", "1");
    assertThat(HeaderLines.only(Headers.GETTER, headers, "a")).isEqualTo("1");
    assertThat(HeaderLines.joined(Headers.GETTER, headers, "a", 100)).isEqualTo("1");
  }

  @Test
  @Tag("newest-opentelemetry")
  void linesAreJoinedWithCommas() {
    Headers headers = Headers.of("a", "1", "a", "2", "a", "3");
    assertThat(HeaderLines.joined(Headers.GETTER, headers, "a", 100)).isEqualTo("1,2,3");
  }

  @Test
  @Tag("newest-opentelemetry")
  void severalLinesAreNotOne() {
    assertThat(HeaderLines.only(Headers.GETTER, Headers.of("a", "1", "a", "1"), "a")).isNull();
  }

  @Test
  @Tag("newest-opentelemetry")
  void joiningStopsWhenThereIsEnough() {
    Headers headers = Headers.of("a", "12345", "a", "67890", "a", "x");
    assertThat(HeaderLines.joined(Headers.GETTER, headers, "a", 7)).isEqualTo("12345,67890");
  }

  @Test
  @Tag("newest-opentelemetry")
  void endlessLinesEnd() {
    TextMapGetter<String> endless = getter(Stream.generate(() -> "").iterator());
    assertThat(HeaderLines.joined(endless, "", "a", 1000)).hasSize(127);
  }

  @Test
  @Tag("newest-opentelemetry")
  void lineThatIsNullIsAbsent() {
    TextMapGetter<String> nulls = getter(Arrays.asList(null, "1").iterator());
    assertThat(HeaderLines.joined(nulls, "", "a", 100)).isNull();
    assertThat(HeaderLines.joined(getter(null), "", "a", 100)).isNull();
    assertThat(HeaderLines.only(getter(null), "", "a")).isNull();
  }

  private static TextMapGetter<String> getter(Iterator<String> lines) {
    return new TextMapGetter<String>() {
      @Override
      public Iterable<String> keys(String carrier) {
        return List.of();
      }

      @Override
      public String get(String carrier, String key) {
        throw new AssertionError("getAll knows more");
      }

      public Iterator<String> getAll(Object carrier, String key) {
        return lines;
      }
    };
  }
}
