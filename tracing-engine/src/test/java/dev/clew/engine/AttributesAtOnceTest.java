// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.Sampler;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a builder is given at once is copied late, or never; nobody can tell. */
class AttributesAtOnceTest {

  private static final Attributes AB = Attributes.builder().put("a", 1).put("b", 2).build();
  private static final Attributes BC = Attributes.builder().put("b", 3).put("c", 4).build();

  private final TestEngine engine = new TestEngine(Map.of());
  private final SpanBuilder builder = engine.tracer().spanBuilder("s");

  @Test
  void whatIsSetOneByOneAfterwardsCounts() {
    builder.setAllAttributes(AB).setAttribute("b", 3).setAttribute("c", 4);

    assertThat(attributes()).containsExactly(pairs("a", 1L, "b", 3L, "c", 4L));
  }

  @Test
  void andCountsMoreThanWhatWasSetOneByOneBefore() {
    builder.setAttribute("b", 9).setAttribute("c", 4).setAllAttributes(AB);

    assertThat(attributes()).containsExactly(pairs("b", 2L, "c", 4L, "a", 1L));
  }

  @Test
  void ofTwoTheSecondCounts() {
    builder.setAllAttributes(AB).setAllAttributes(BC);

    assertThat(attributes()).containsExactly(pairs("a", 1L, "b", 3L, "c", 4L));
  }

  @Test
  void nothingAtOnceTakesNothingAway() {
    builder.setAllAttributes(AB).setAllAttributes(null).setAllAttributes(Attributes.empty());

    assertThat(attributes()).containsExactly(pairs("a", 1L, "b", 2L));
  }

  @Test
  void aSecondSpanOfTheBuilderHasNone() {
    builder.setAllAttributes(AB).startSpan();

    assertThat(attributes()).isEmpty();
  }

  @Test
  void whatASpanIsGivenLaterCounts() {
    builder.setAllAttributes(AB).startSpan().setAllAttributes(BC).end();

    assertThat(engine.sink.only().getAttributesList())
        .containsExactly(pairs("a", 1L, "b", 3L, "c", 4L));
  }

  @Test
  void aSamplerSeesThemAndHasTheLastWord() {
    List<Object> seen = new ArrayList<>();
    Sampler sampler =
        candidate -> {
          seen.addAll(Arrays.asList(candidate.attribute("b"), candidate.attribute("c")));
          seen.add(candidate.attribute("a"));
          return new Decision(true, BC, null);
        };
    TestEngine sampled = new TestEngine(sampler);
    sampled.tracer().spanBuilder("s").setAllAttributes(AB).startSpan().end();

    assertThat(seen).containsExactly(2L, null, 1L);
    assertThat(sampled.sink.only().getAttributesList())
        .containsExactly(pairs("a", 1L, "b", 3L, "c", 4L));
  }

  private List<KeyValue> attributes() {
    builder.startSpan().end();
    return engine.sink.only().getAttributesList();
  }

  private static KeyValue[] pairs(Object... keysAndValues) {
    KeyValue[] pairs = new KeyValue[keysAndValues.length / 2];
    Arrays.setAll(
        pairs, i -> Otlp.attribute((String) keysAndValues[2 * i], keysAndValues[2 * i + 1]));
    return pairs;
  }
}
