// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownTextsTest {

  private static final int FIELD = 5;
  private static final int PLACES = 8;

  private final KnownTexts known = new KnownTexts(FIELD, PLACES);

  @Test
  void aTextIsEncodedOnceWhoeverAsksForIt() {
    byte[] field = known.field("http.route");

    assertThat(known.field(new String("http.route"))).isSameAs(field);
  }

  @Test
  void whatIsKnownIsTheWholeField() {
    assertThat(known.field("\u00fcber")).isEqualTo(written("\u00fcber"));
  }

  @Test
  void textsWithTheSameHashAreKeptApart() {
    assertThat("Aa").hasSameHashCodeAs("BB");
    assertThat(known.field("Aa")).isEqualTo(written("Aa"));
    assertThat(known.field("BB")).isEqualTo(written("BB"));
    assertThat(known.field("Aa")).isEqualTo(written("Aa"));
  }

  @Test
  void noMoreAreKeptThanThereArePlaces() {
    long kept = IntStream.range(0, 100).filter(i -> known.field("text " + i) != null).count();

    assertThat(kept).isEqualTo(PLACES);
  }

  @Test
  void aLongTextTakesNoPlace() {
    assertThat(known.field("x".repeat(65))).isNull();
  }

  private static byte[] written(String text) {
    ProtoWriter out = new ProtoWriter(64);
    out.string(FIELD, text, Integer.MAX_VALUE);
    return out.toByteArray();
  }
}
