// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static io.opentelemetry.api.common.AttributeKey.booleanArrayKey;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanAttributesTest {

  private static final Attributes EVERY_TYPE =
      Attributes.builder()
          .put(stringKey("s"), "text")
          .put(longKey("l"), -1L)
          .put(doubleKey("d"), 0.5)
          .put(booleanKey("b"), true)
          .put(stringArrayKey("ss"), List.of("x", "y"))
          .put(longArrayKey("ls"), List.of(1L, Long.MIN_VALUE))
          .put(doubleArrayKey("ds"), List.of(Double.NaN, 2.0))
          .put(booleanArrayKey("bs"), List.of(true, false))
          .build();

  private static final KeyValue[] EVERY_TYPE_ENCODED =
      EVERY_TYPE.asMap().entrySet().stream()
          .map(entry -> Otlp.attribute(entry.getKey().getKey(), entry.getValue()))
          .toArray(KeyValue[]::new);

  private final TestEngine engine = new TestEngine(Map.of());

  @Test
  void everyTypeCanBeSetOnASpan() {
    Span span = engine.span("s");
    span.setAllAttributes(EVERY_TYPE);

    assertThat(ended(span)).containsExactly(EVERY_TYPE_ENCODED);
  }

  @Test
  void everyTypeCanBeSetOnABuilder() {
    Span span = engine.tracer().spanBuilder("s").setAllAttributes(EVERY_TYPE).startSpan();

    assertThat(ended(span)).containsExactly(EVERY_TYPE_ENCODED);
  }

  @Test
  void everyConvenienceSetsItsType() {
    Span span =
        engine
            .tracer()
            .spanBuilder("s")
            .setAttribute("bs", "1")
            .setAttribute("bl", 2L)
            .setAttribute("bd", 3.0)
            .setAttribute("bb", true)
            .startSpan();
    span.setAttribute("s", "1").setAttribute("l", 2L).setAttribute("d", 3.0);
    span.setAttribute("b", false).setAttribute(longKey("i"), 4);

    assertThat(ended(span))
        .containsExactly(
            Otlp.attribute("bs", "1"),
            Otlp.attribute("bl", 2L),
            Otlp.attribute("bd", 3.0),
            Otlp.attribute("bb", true),
            Otlp.attribute("s", "1"),
            Otlp.attribute("l", 2L),
            Otlp.attribute("d", 3.0),
            Otlp.attribute("b", false),
            Otlp.attribute("i", 4L));
  }

  @Test
  void theLastValueOfAKeyWinsWhateverItsType() {
    Span span = engine.tracer().spanBuilder("s").setAttribute("k", "first").startSpan();
    span.setAttribute("other", 1).setAttribute("k", 2L).setAttribute("k", List.of().size() > 0);

    assertThat(ended(span))
        .containsExactly(Otlp.attribute("k", false), Otlp.attribute("other", 1L));
  }

  @Test
  void manyAttributesKeepTheirOrder() {
    Span span = engine.span("s");
    for (int i = 0; i < 100; i++) {
      span.setAttribute("k" + i, i);
    }

    assertThat(ended(span)).hasSize(100).startsWith(Otlp.attribute("k0", 0L));
  }

  @Test
  void whatTheApplicationDoesToItsListLaterChangesNothing() {
    List<String> list = new ArrayList<>(List.of("before"));
    Span span = engine.span("s").setAttribute(stringArrayKey("k"), list);
    list.set(0, "after");

    assertThat(ended(span)).containsExactly(Otlp.attribute("k", List.of("before")));
  }

  @Test
  void aNullInAListIsAnEmptyValue() {
    Span span = engine.span("s").setAttribute(stringArrayKey("k"), Arrays.asList("a", null));

    assertThat(ended(span).get(0).getValue().getArrayValue().getValuesList())
        .containsExactly(Otlp.value("a"), Otlp.value(null));
  }

  @Test
  void emptyKeysAndNullValuesAreIgnored() {
    Span span = engine.tracer().spanBuilder("s").setAttribute("", "x").startSpan();
    span.setAttribute("", 1).setAttribute("k", null).setAttribute(stringKey("k"), null);

    assertThat(ended(span)).isEmpty();
  }

  @Test
  void anEmptyTextIsAValue() {
    assertThat(ended(engine.span("s").setAttribute("k", "")))
        .containsExactly(Otlp.attribute("k", ""));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void aValueThatIsNotOfItsKeysTypeIsRecordedAsWhatItIs() {
    Span span = engine.span("s");
    span.setAttribute((AttributeKey) stringKey("int"), 5);
    span.setAttribute((AttributeKey) longKey("float"), 0.5f);
    span.setAttribute((AttributeKey) stringKey("object"), new StringBuilder("text"));
    span.setAttribute((AttributeKey) stringArrayKey("mixed"), List.of("a", 1, true));

    assertThat(ended(span))
        .containsExactly(
            Otlp.attribute("int", 5L),
            Otlp.attribute("float", 0.5),
            Otlp.attribute("object", "text"),
            Otlp.attribute("mixed", List.of("a", 1L, true)));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void aListThatHoldsItselfComesToAnEnd() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add(list);
    Span span = engine.span("s").setAttribute((AttributeKey) stringArrayKey("k"), list);

    assertThat(ended(span)).hasSize(1);
  }

  private List<KeyValue> ended(Span span) {
    span.end();
    assertThat(engine.problems).isEmpty();
    return engine.sink.only().getAttributesList();
  }
}
