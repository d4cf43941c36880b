// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much room for attributes a span has from its first one on. */
class UsualAttributesTest {

  private static final AttributeKey<String> FIRST = AttributeKey.stringKey("first");

  private final Tracer tracer = new TestEngine(Map.of()).tracer();

  @Test
  void asMuchAsTheSpanBeforeNeeded() {
    end(9);

    assertThat(roomOfASpan()).isEqualTo(9);
    assertThat(roomOf(tracer.spanBuilder("s").setAttribute(FIRST, ""))).isEqualTo(9);
    assertThat(roomOf(tracer.spanBuilder("s").setAllAttributes(Attributes.of(FIRST, ""))))
        .isEqualTo(9);
  }

  @Test
  void lessOnceSpansHaveFewer() {
    end(9);
    for (int i = 0; i < 2000; i++) {
      end(2);
    }

    assertThat(roomOfASpan()).isEqualTo(2);
  }

  @Test
  void notMuchMoreForOneThatHadVeryMany() {
    end(100);

    assertThat(roomOfASpan()).isEqualTo(16);
  }

  @Test
  void noneBeforeItIsNeeded() {
    end(9);

    assertThat(((RecordingSpan) tracer.spanBuilder("s").startSpan()).attributes()).isNull();
  }

  @Test
  void noMoreThanTheLimitAllows() {
    Tracer limited = new TestEngine(Map.of("otel.span.attribute.count.limit", "3")).tracer();
    SpanBuilder builder = limited.spanBuilder("s");
    for (int i = 0; i < 9; i++) {
      builder.setAttribute("k" + i, i);
    }
    builder.startSpan().end();

    assertThat(roomOf(limited.spanBuilder("s").setAttribute(FIRST, ""))).isEqualTo(3);
  }

  private void end(int attributes) {
    Span span = tracer.spanBuilder("s").startSpan();
    for (int i = 0; i < attributes; i++) {
      span.setAttribute("k" + i, i);
    }
    span.end();
  }

  private int roomOfASpan() {
    RecordingSpan span = (RecordingSpan) tracer.spanBuilder("s").startSpan();
    span.setAttribute(FIRST, "");
    return room(span);
  }

  private static int roomOf(SpanBuilder builder) {
    return room((RecordingSpan) builder.startSpan());
  }

  private static int room(RecordingSpan span) {
    return span.attributes().length / 2;
  }
}
