// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.proto.trace.v1.Span.Link;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanLinksTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "b7ad6b7169203331";
  private static final TraceState STATE = TraceState.builder().put("a", "1").build();
  private static final SpanContext REMOTE =
      SpanContext.createFromRemoteParent(TRACE_ID, SPAN_ID, TraceFlags.getSampled(), STATE);
  private static final Attributes ONE = Attributes.builder().put("k", "v").build();

  private final TestEngine engine = new TestEngine(Map.of());

  @Test
  void aLinkCarriesAllOfItsTarget() {
    Span other = engine.tracer().spanBuilder("other").setNoParent().startSpan();
    engine
        .tracer()
        .spanBuilder("s")
        .addLink(REMOTE, ONE)
        .addLink(other.getSpanContext())
        .startSpan()
        .end();

    Link remote = engine.sink.only().getLinks(0);
    assertThat(Otlp.id(remote.getTraceId())).isEqualTo(TRACE_ID);
    assertThat(Otlp.id(remote.getSpanId())).isEqualTo(SPAN_ID);
    assertThat(remote.getTraceState()).isEqualTo("a=1");
    assertThat(remote.getFlags()).isEqualTo(0x301);
    assertThat(remote.getAttributesList()).containsExactly(Otlp.attribute("k", "v"));
    Link local = engine.sink.only().getLinks(1);
    assertThat(Otlp.id(local.getSpanId())).isEqualTo(other.getSpanContext().getSpanId());
    assertThat(local.getFlags()).isEqualTo(0x103);
  }

  @Test
  void aLinkCanBeAddedToASpanThatHasStarted() {
    SpanOverloads span = (SpanOverloads) engine.span("s");
    span.addLink(REMOTE);
    span.addLink(REMOTE, ONE);
    span.end();
    span.addLink(REMOTE);

    assertThat(engine.sink.only().getLinksList())
        .extracting(Link::getAttributesCount)
        .containsExactly(0, 1);
  }

  @Test
  void aLinkToNowhereIsNone() {
    engine.tracer().spanBuilder("s").addLink(SpanContext.getInvalid()).startSpan().end();

    assertThat(engine.sink.only().getLinksList()).isEmpty();
  }
}
