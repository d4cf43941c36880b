// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every header, the seed being the same every time. */
class XRayHeaderPropertyTest {

  private static final int ROUNDS = 200_000;
  private static final int MEGABYTE = 1 << 20;

  private static final String VALID =
      "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a";
  private static final String[] PARTS = {
    "Root=",
    "1-5759e988-bd862e3fe1be46a994272793",
    "Parent=",
    "53995c3f42cd8ad8",
    "Sampled=",
    "?",
    ";",
    "=",
    "1",
    "0",
    " ",
    "Self=",
    "Lineage=25:a:1",
    "x=y",
    "\r\n",
    "\u00e9",
    "\ud83e",
    ",",
    "-"
  };

  private final SplittableRandom random = new SplittableRandom(7);
  private final XRayPropagator propagator = new XRayPropagator();

  @Test
  void everySpanComesBackAsItWasSent() {
    for (int i = 0; i < ROUNDS; i++) {
      SpanContext sent =
          SpanContext.createFromRemoteParent(
              TraceId.fromLongs(random.nextLong(), random.nextLong() | 1),
              SpanId.fromLong(random.nextLong() | 1),
              random.nextBoolean() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
              TraceState.getDefault());
      Map<String, String> headers =
          Headers.injected(propagator, Context.root().with(Span.wrap(sent)));
      Context received = Headers.extracted(propagator, headers);

      assertThat(Span.fromContext(received).getSpanContext()).isEqualTo(sent);
    }
  }

  @Test
  void anyHeaderIsReadWithoutHarmAndSentOnPrintable() {
    Span own = Span.wrap(XRayHeader.read(VALID).spanContext());
    for (int i = 0; i < ROUNDS; i++) {
      String text = random.nextBoolean() ? mutated() : assembled();
      Context context = Headers.extracted(propagator, Map.of(XRayHeader.NAME, text));
      String sent = Headers.injected(propagator, context.with(own)).get(XRayHeader.NAME);

      if (!sent.chars().allMatch(c -> c >= ' ' && c <= '~') || sent.length() > 600) {
        throw new AssertionError("sends " + sent + " for " + text);
      }
      XRayHeader again = XRayHeader.read(sent);
      XRayHeader first = XRayHeader.read(text);
      assertThat(again.others()).isEqualTo(first == null ? "" : first.others());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "=", " ", "a", "Root=", ";a=b", "; ; ", "Sampled=1;"})
  void aMegabyteIsNotLookedAt(String repeated) {
    CountingText huge = new CountingText(VALID + repeated.repeat(MEGABYTE / repeated.length()));

    assertThat(XRayHeader.read(huge)).isNull();
    assertThat(huge.looks()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "=", " ", "a", "Root=", ";a=b", "; ; ", "Sampled=1;"})
  void eachCharacterIsLookedAtAFewTimesAtMost(String repeated) {
    CountingText longest = new CountingText(repeated.repeat(4096 / repeated.length()));
    XRayHeader.read(longest);

    assertThat(longest.looks()).isLessThanOrEqualTo(3L * longest.length());
  }

  private String mutated() {
    StringBuilder text = new StringBuilder(VALID);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, PARTS[random.nextInt(PARTS.length)]);
        case 1 -> text.delete(at, Math.min(text.length(), at + 3));
        default -> text.insert(at, (char) random.nextInt(1 << 16));
      }
    }
    return text.toString();
  }

  private String assembled() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(14); i >= 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  /** A text that counts how many of its characters are looked at. */
  private static final class CountingText implements CharSequence {

    private final String text;
    private long looks;

    CountingText(String text) {
      this.text = text;
    }

    long looks() {
      return looks;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.substring(start, end);
    }
  }
}
