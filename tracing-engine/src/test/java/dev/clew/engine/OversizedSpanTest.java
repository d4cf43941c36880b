// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OversizedSpanTest {

  private static final int MANY = 100;

  private final TestEngine engine = new TestEngine(Map.of());

  @ParameterizedTest
  @ValueSource(ints = {400, 1000, 2000, 5000, 20_000, 100_000, 1 << 20, 1 << 24})
  void whatMattersArrivesHoweverLittleTheSinkTakes(int maxSpanBytes) {
    engine.sink.maxSpanBytes = maxSpanBytes;
    Span span = huge();
    span.end();

    var encoded = engine.sink.only();
    assertThat(encoded.getSerializedSize()).isLessThanOrEqualTo(maxSpanBytes);
    assertThat(Otlp.id(encoded.getTraceId())).isEqualTo(span.getSpanContext().getTraceId());
    assertThat(Otlp.id(encoded.getSpanId())).isEqualTo(span.getSpanContext().getSpanId());
    assertThat(encoded.getName()).startsWith("a long name");
    assertThat(encoded.getStartTimeUnixNano()).isEqualTo(ManualClock.START);
    assertThat(encoded.getEndTimeUnixNano()).isEqualTo(ManualClock.START);
    assertThat(encoded.getStatus().getCodeValue()).isEqualTo(2);
    assertThat(encoded.getAttributesCount() + encoded.getDroppedAttributesCount()).isEqualTo(MANY);
    assertThat(encoded.getEventsCount() + encoded.getDroppedEventsCount()).isEqualTo(MANY);
    assertThat(engine.problems).isEmpty();
  }

  @Test
  void noMoreIsCutThanNeedBe() {
    engine.sink.maxSpanBytes = 64 * 1024;
    Span span = engine.span("s").setAttribute("huge", "x".repeat(100_000));
    span.setAttribute("huge too", "y".repeat(100_000)).setAttribute("small", "z").end();

    assertThat(engine.sink.only().getAttributesList())
        .containsExactly(
            Otlp.attribute("huge", "x".repeat(2048)),
            Otlp.attribute("huge too", "y".repeat(2048)),
            Otlp.attribute("small", "z"));
  }

  @Test
  void aSinkThatTakesNothingIsReported() {
    engine.sink.maxSpanBytes = 10;
    engine.span("s").end();

    assertThat(engine.sink.spans).isEmpty();
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0102");
  }

  private Span huge() {
    String text = "\u4e2d".repeat(30_000);
    Attributes attributes = Attributes.builder().put("k", text).build();
    Span span = engine.span("a long name " + text);
    for (int i = 0; i < MANY; i++) {
      span.setAttribute("key " + i + text, text).addEvent(text, attributes);
    }
    return span.setStatus(StatusCode.ERROR, text);
  }
}
