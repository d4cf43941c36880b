// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.Sampler;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "b7ad6b7169203331";

  @ParameterizedTest
  @CsvSource({
    // sampler, argument: root, sampled parent, unsampled parent
    "always_on, , true, true, true",
    "always_off, , false, false, false",
    "traceidratio, 1, true, true, true",
    "traceidratio, 0, false, false, false",
    "parentbased_always_on, , true, true, false",
    "parentbased_always_off, , false, true, false",
    "parentbased_traceidratio, 1, true, true, false",
    "parentbased_traceidratio, 0, false, true, false",
    "probability, 1, true, true, true",
    "probability, 0, false, false, false",
    "parentbased_probability, 1, true, true, false",
    "parentbased_probability, 0, false, true, false",
    "ratelimited, , true, true, false",
    "parentbased_ratelimited, , true, true, false",
    "adaptive, , true, true, false",
    "parentbased_adaptive, , true, true, false",
    "PARENTBASED_ALWAYS_OFF, , false, true, false",
    ", , true, true, false",
    "test_sampler, , true, true, true",
    "parentbased_test_sampler, , true, true, false",
  })
  void samplersDoWhatTheirNamesSay(
      String sampler, String argument, boolean root, boolean sampled, boolean unsampled) {
    TestEngine engine = engine(sampler, argument);

    assertThat(recorded(engine, Context.root())).isEqualTo(root);
    for (boolean remote : new boolean[] {true, false}) {
      assertThat(recorded(engine, parent(true, remote))).isEqualTo(sampled);
      assertThat(recorded(engine, parent(false, remote))).isEqualTo(unsampled);
    }
    assertThat(engine.problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, , CLEW-0100",
    "parentbased_nonsense, , CLEW-0100",
    "traceidratio, 1.5, CLEW-0001",
    "failing_sampler, , CLEW-0105",
  })
  void whatCannotBeUsedIsReportedAndEverythingIsSampled(String name, String argument, String id) {
    TestEngine engine = engine(name, argument);

    assertThat(recorded(engine, Context.root())).isTrue();
    assertThat(engine.problems).singleElement().asString().startsWith(id);
  }

  @Test
  void clewsOwnKeyDecidesWhereBothAreSet() {
    TestEngine engine =
        new TestEngine(
            Map.of("otel.traces.sampler", "always_on", "clew.traces.sampler", "always_off"));
    TestEngine wrong =
        new TestEngine(Map.of("otel.traces.sampler", "always_off", "clew.traces.sampler", "x"));

    assertThat(recorded(engine, Context.root())).isFalse();
    assertThat(recorded(wrong, Context.root())).isTrue();
    assertThat(wrong.problems).singleElement().asString().contains("clew.traces.sampler", "'x'");
  }

  @Test
  void aSampledRootSaysHowManyTracesItStandsFor() {
    TestEngine engine = engine("parentbased_probability", "0.25");
    while (engine.sink.spans.isEmpty()) {
      Span root = engine.span("root");
      engine.tracer().spanBuilder("child").setParent(Context.root().with(root)).startSpan().end();
    }

    assertThat(engine.sink.only().getName()).isEqualTo("child");
    assertThat(engine.sink.only().getTraceState()).isEqualTo("ot=th:c");
  }

  @Test
  void allBelowAnUnsampledSpanIsThatSpan() {
    TestEngine engine = engine("parentbased_always_off", null);
    Span root = engine.span("root");
    Context context = Context.root().with(root);
    Span child = engine.tracer().spanBuilder("c").setParent(context).startSpan();

    assertThat(root.isRecording()).isFalse();
    assertThat(root.getSpanContext().isValid()).isTrue();
    assertThat(root.getSpanContext().getTraceFlags().asByte()).isEqualTo((byte) 2);
    assertThat(child).isSameAs(root);
    assertThat(context.with(child)).isSameAs(context);
  }

  @Test
  void anUnsampledRemoteParentIsFollowedByASpanOfOurOwn() {
    TestEngine engine = engine(null, null);
    Span span = engine.tracer().spanBuilder("s").setParent(parent(false, true)).startSpan();

    assertThat(span.isRecording()).isFalse();
    assertThat(span.getSpanContext().getTraceId()).isEqualTo(TRACE_ID);
    assertThat(span.getSpanContext().getSpanId()).isNotEqualTo(SPAN_ID);
    assertThat(span.getSpanContext().isRemote()).isFalse();
    assertThat(span.getSpanContext().isSampled()).isFalse();
  }

  @Test
  void aRootBelowAnUnsampledSpanIsDecidedAnew() {
    List<String> asked = new ArrayList<>();
    TestEngine engine =
        new TestEngine(
            (Sampler)
                candidate -> {
                  asked.add(candidate.name());
                  return Decision.DROP;
                });
    Context unsampled = Context.root().with(engine.span("root"));
    engine.tracer().spanBuilder("child").setParent(unsampled).startSpan();
    engine.tracer().spanBuilder("other root").setParent(unsampled).setNoParent().startSpan();

    assertThat(asked).containsExactly("root", "child", "other root");
  }

  @Test
  void aSamplerSeesWhatIsKnownAndAddsToTheSpan() {
    TraceState state = TraceState.builder().put("clew", "1").build();
    Attributes added = Attributes.builder().put("rule", "r1").build();
    List<Object> seen = new ArrayList<>();
    TestEngine engine =
        new TestEngine(
            (Sampler)
                candidate -> {
                  seen.addAll(List.of(candidate.name(), candidate.kind()));
                  seen.add(candidate.attribute("url.path"));
                  seen.add(candidate.attribute("other"));
                  seen.add(candidate.parent().getSpanId());
                  seen.add(candidate.traceIdHigh());
                  seen.add(candidate.traceIdLow());
                  return new Decision(true, added, state);
                });
    Span span =
        engine
            .tracer()
            .spanBuilder("GET")
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("url.path", "/x")
            .setParent(parent(true, true))
            .startSpan();
    span.end();

    assertThat(seen)
        .containsExactly(
            "GET", SpanKind.SERVER, "/x", null, SPAN_ID, 0x0af7651916cd43ddL, 0x8448eb211c80319cL);
    assertThat(engine.sink.only().getAttributesList())
        .containsExactly(Otlp.attribute("url.path", "/x"), Otlp.attribute("rule", "r1"));
    assertThat(engine.sink.only().getTraceState()).isEqualTo("clew=1");
    assertThat(span.getSpanContext().getTraceState()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"always_on, 0, false", "always_off, 1, true", "always_off, d, true"})
  void aCallersDecisionWithoutASpanCountsAsAParents(String root, String b3, boolean expected) {
    TestEngine engine =
        new TestEngine(
            Map.of("otel.traces.sampler", "parentbased_" + root, "otel.propagators", "b3"));
    Context context =
        engine
            .openTelemetry()
            .getPropagators()
            .getTextMapPropagator()
            .extract(Context.root(), Map.of("b3", b3), new MapGetter());

    assertThat(recorded(engine, context)).isEqualTo(expected);
  }

  private static TestEngine engine(String sampler, String argument) {
    String name = sampler == null ? "" : sampler;
    return new TestEngine(
        Map.of(
            "otel.traces.sampler",
            name,
            "otel.traces.sampler.arg",
            argument == null ? "" : argument));
  }

  private static boolean recorded(TestEngine engine, Context parent) {
    int before = engine.sink.spans.size();
    Span span = engine.tracer().spanBuilder("s").setParent(parent).startSpan();
    span.end();
    boolean recorded = engine.sink.spans.size() > before;
    assertThat(span.getSpanContext().isSampled()).isEqualTo(recorded);
    return recorded;
  }

  private static Context parent(boolean sampled, boolean remote) {
    TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    SpanContext context =
        remote
            ? SpanContext.createFromRemoteParent(TRACE_ID, SPAN_ID, flags, TraceState.getDefault())
            : SpanContext.create(TRACE_ID, SPAN_ID, flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(context));
  }

  private static final class MapGetter implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public String get(Map<String, String> carrier, String key) {
      return carrier.get(key);
    }
  }
}
