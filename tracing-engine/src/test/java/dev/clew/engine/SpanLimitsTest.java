// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanLimitsTest {

  private static final Attributes THREE =
      Attributes.builder().put("a", "1").put("b", "2").put("c", "3").build();
  private static final SpanContext TARGET =
      SpanContext.create(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  @Test
  void attributesBeyondTheLimitAreDroppedAndCounted() {
    TestEngine engine = engine("otel.span.attribute.count.limit", "2");
    Span span = engine.span("s").setAllAttributes(THREE).setAttribute("d", 4);
    span.setAttribute("a", "changed").end();

    assertThat(engine.sink.only().getAttributesList())
        .containsExactly(Otlp.attribute("a", "changed"), Otlp.attribute("b", "2"));
    assertThat(engine.sink.only().getDroppedAttributesCount()).isEqualTo(2);
  }

  @Test
  void aBuildersDroppedAttributesCountToo() {
    TestEngine engine = engine("otel.span.attribute.count.limit", "2");
    engine.tracer().spanBuilder("s").setAllAttributes(THREE).startSpan().end();

    assertThat(engine.sink.only().getDroppedAttributesCount()).isEqualTo(1);
  }

  @Test
  void noAttributesAtAllCanBeAllowed() {
    TestEngine engine = engine("otel.span.attribute.count.limit", "0");
    engine.span("s").setAllAttributes(THREE).end();

    assertThat(engine.sink.only().getAttributesList()).isEmpty();
    assertThat(engine.sink.only().getDroppedAttributesCount()).isEqualTo(3);
  }

  @Test
  void theGeneralLimitHoldsWhereThereIsNoSpecialOne() {
    TestEngine engine =
        engine("otel.attribute.count.limit", "1", "otel.link.attribute.count.limit", "2");
    Span span = engine.tracer().spanBuilder("s").addLink(TARGET, THREE).startSpan();
    span.setAllAttributes(THREE).addEvent("e", THREE).end();

    var encoded = engine.sink.only();
    assertThat(encoded.getAttributesCount()).isEqualTo(1);
    assertThat(encoded.getEvents(0).getAttributesCount()).isEqualTo(1);
    assertThat(encoded.getEvents(0).getDroppedAttributesCount()).isEqualTo(2);
    assertThat(encoded.getLinks(0).getAttributesCount()).isEqualTo(2);
    assertThat(encoded.getLinks(0).getDroppedAttributesCount()).isEqualTo(1);
  }

  @Test
  void eventsAndLinksBeyondTheLimitAreDroppedAndCounted() {
    TestEngine engine =
        engine("otel.span.event.count.limit", "1", "otel.span.link.count.limit", "1");
    Span span = engine.tracer().spanBuilder("s").addLink(TARGET).addLink(TARGET).startSpan();
    span.addEvent("first").addEvent("second").addEvent("third").end();

    var encoded = engine.sink.only();
    assertThat(encoded.getEventsList()).extracting(e -> e.getName()).containsExactly("first");
    assertThat(encoded.getDroppedEventsCount()).isEqualTo(2);
    assertThat(encoded.getLinksCount()).isEqualTo(1);
    assertThat(encoded.getDroppedLinksCount()).isEqualTo(1);
  }

  @Test
  void textsAreCutButNeverThroughACharacter() {
    TestEngine engine = engine("otel.attribute.value.length.limit", "3");
    Span span =
        engine.span("s").setAttribute("k", "abcdef").setAttribute("emoji", "ab\uD83D\uDE00");
    span.setAttribute(stringArrayKey("list"), List.of("abcdef", "x")).setAttribute("n", 123456);
    span.setStatus(StatusCode.ERROR, "description").end();

    var encoded = engine.sink.only();
    assertThat(encoded.getAttributesList())
        .containsExactly(
            Otlp.attribute("k", "abc"),
            Otlp.attribute("emoji", "ab"),
            Otlp.attribute("list", List.of("abc", "x")),
            Otlp.attribute("n", 123456L));
    assertThat(encoded.getStatus().getMessage()).isEqualTo("des");
  }

  @Test
  void theSpansOwnLengthLimitComesFirst() {
    TestEngine engine =
        engine(
            "otel.attribute.value.length.limit",
            "3",
            "otel.span.attribute.value.length.limit",
            "4");
    engine.span("s").setAttribute("k", "abcdef").end();

    assertThat(engine.sink.only().getAttributesList()).containsExactly(Otlp.attribute("k", "abcd"));
  }

  @Test
  void nothingIsUnlimitedByDefault() {
    TestEngine engine = engine();
    String huge = "x".repeat(100_000);
    Span span = engine.span(huge).setAttribute("k", huge).addEvent(huge);
    span.recordException(new IllegalStateException(huge)).setStatus(StatusCode.ERROR, huge).end();

    var encoded = engine.sink.only();
    assertThat(encoded.getName()).hasSize(32_768);
    assertThat(encoded.getAttributes(0).getValue().getStringValue()).hasSize(32_768);
    assertThat(encoded.getEvents(0).getName()).hasSize(32_768);
    assertThat(encoded.getEvents(1).getAttributesList())
        .allSatisfy(kv -> assertThat(kv.getValue().getStringValue().length()).isLessThan(32_769));
    assertThat(encoded.getStatus().getMessage()).hasSize(32_768);
  }

  @Test
  void aLimitThatCannotBeUsedIsReportedAndItsDefaultHolds() {
    TestEngine engine = engine("otel.span.attribute.count.limit", "many");
    engine.span("s").setAllAttributes(THREE).end();

    assertThat(engine.sink.only().getAttributesCount()).isEqualTo(3);
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0001");
  }

  private static TestEngine engine(String... settings) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put(settings[i], settings[i + 1]);
    }
    return new TestEngine(map);
  }
}
