// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanCollectorTest {

  private static final byte[] SCOPE =
      ScopeSpans.newBuilder()
          .setScope(InstrumentationScope.newBuilder().setName("scope"))
          .build()
          .toByteArray();

  private final SpanCollector collector =
      new SpanCollector(OtlpChecks.allowing(), Duration.ofMillis(50));

  @Test
  void findsNothingWrongWithSpanThatIsFinishedAndTaken() {
    collector.started(1, 2, 3);
    offer(span(3, 0));

    assertThat(collector.takeAll(1)).extracting(FinishedSpan::scope).containsExactly("scope");
    assertThat(collector.verdict()).isEmpty();
  }

  @Test
  void findsSpanThatIsNeverFinished() {
    collector.started(1, 2, 3);

    assertThat(collector.verdict())
        .containsExactly(
            "a span was never finished: 00000000000000010000000000000002-0000000000000003");
  }

  @Test
  void findsSpanThatIsFinishedTwice() {
    collector.started(1, 2, 3);
    offer(span(3, 0));
    offer(span(3, 0));
    collector.takeAll(2);

    assertThat(collector.verdict()).singleElement().asString().startsWith("a span finished twice");
  }

  @Test
  void findsSpanThatNeverStarted() {
    offer(span(3, 0));
    collector.takeAll(1);

    assertThat(collector.verdict())
        .singleElement()
        .asString()
        .startsWith("a span finished but never started");
  }

  @Test
  void findsIdThatIsUsedTwice() {
    collector.started(1, 2, 3);
    collector.started(1, 2, 3);
    offer(span(3, 0));
    collector.takeAll(1);

    assertThat(collector.verdict()).singleElement().asString().startsWith("two spans started with");
  }

  @Test
  void findsSpanWhoseParentIsNotThere() {
    collector.started(1, 2, 3);
    offer(span(3, 9));
    collector.takeAll(1);

    assertThat(collector.verdict()).containsExactly("the parent of \"span 3\" was never finished");
  }

  @Test
  void doesNotMissParentThatIsRemote() {
    collector.started(1, 2, 3);
    offer(span(3, 9).setFlags(0x301));
    collector.takeAll(1);

    assertThat(collector.verdict()).isEmpty();
  }

  @Test
  void findsSpanThatNobodyLookedAt() {
    collector.started(1, 2, 3);
    offer(span(3, 0));

    assertThat(collector.verdict()).containsExactly("the test did not look at \"span 3\"");
  }

  @Test
  void findsBytesThatAreNoSpan() {
    assertThat(collector.offer(collector.scope(SCOPE), new byte[] {7, 7, 7}, 0, 3)).isTrue();

    assertThat(collector.verdict()).singleElement().asString().contains("not OTLP");
  }

  @Test
  void findsSpanThatIsNotAsOtlpHasIt() {
    collector.started(1, 2, 3);
    offer(span(3, 0).clearName());
    collector.takeAll(1);

    assertThat(collector.verdict()).containsExactly("span \"\" has no name");
  }

  @Test
  void saysWhatIsThereWhereSomethingIsMissing() {
    collector.started(1, 2, 3);
    collector.started(1, 2, 4);
    collector.started(1, 2, 5);
    offer(span(4, 3));
    offer(span(3, 0));

    assertThatThrownBy(() -> collector.takeAll(3))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected 3 spans, but not looked at yet are 2")
        .hasMessageContaining("  SERVER \"span 3\" UNSET")
        .hasMessageContaining("    SERVER \"span 4\" UNSET")
        .hasMessageContaining("not finished: [00000000000000010000000000000002-0000000000000005]");
  }

  @Test
  void refusesToTakeFewerThanThereAre() {
    collector.started(1, 2, 3);
    collector.started(1, 2, 4);
    offer(span(3, 0));
    offer(span(4, 0));

    assertThatThrownBy(() -> collector.takeAll(1)).hasMessageContaining("expected 1 spans");
  }

  @Test
  void givesEqualScopesTheSameNumber() {
    assertThat(collector.scope(SCOPE)).isEqualTo(collector.scope(SCOPE.clone()));
  }

  private void offer(Span.Builder span) {
    byte[] bytes = span.build().toByteArray();
    collector.offer(collector.scope(SCOPE), bytes, 0, bytes.length);
  }

  private static Span.Builder span(long id, long parent) {
    long now = Instant.now().getEpochSecond() * 1_000_000_000;
    Span.Builder span =
        Span.newBuilder()
            .setName("span " + id)
            .setKind(Span.SpanKind.SPAN_KIND_SERVER)
            .setTraceId(bytes(1, 2))
            .setSpanId(bytes(id))
            .setStartTimeUnixNano(now + id)
            .setEndTimeUnixNano(now + id);
    return parent == 0 ? span : span.setParentSpanId(bytes(parent));
  }

  private static ByteString bytes(long... parts) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * parts.length);
    for (long part : parts) {
      buffer.putLong(part);
    }
    return ByteString.copyFrom(buffer.flip());
  }
}
