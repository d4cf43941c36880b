// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // A scope is there to be closed, not to be used.
class SpanRecordingTest {

  private final TestEngine engine = new TestEngine(Map.of());

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void childHangsBelowTheCurrentSpanOfItsTrace() {
    Span root = engine.tracer().spanBuilder("root").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope current = root.makeCurrent()) {
      Span child = engine.tracer().spanBuilder("child").setAttribute("a", "b").startSpan();
      child.setAttribute(longKey("n"), 7L).end();
    }
    root.end();

    var rootSpan = engine.sink.named("root");
    var childSpan = engine.sink.named("child");
    assertThat(childSpan.getTraceId()).isEqualTo(rootSpan.getTraceId());
    assertThat(childSpan.getParentSpanId()).isEqualTo(rootSpan.getSpanId());
    assertThat(rootSpan.getParentSpanId().isEmpty()).isTrue();
    assertThat(childSpan.getAttributesList())
        .containsExactly(Otlp.attribute("a", "b"), Otlp.attribute("n", 7L));
  }
}
