// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailSamplingTest {

  private static final long MILLISECOND = 1_000_000;
  private static final String RULE = "clew.sampler.rule";

  private final TestEngine engine = tail("ratio", "0", "slower-than", "100ms", "percentile", "100");

  @Test
  void aTraceWithoutAnErrorThatWasNotSlowIsDroppedAsAWhole() {
    request(1, StatusCode.UNSET);

    assertThat(engine.sink.spans).isEmpty();
    assertThat(engine.sink.counts())
        .containsEntry("sampler.dropped", 1L)
        .containsEntry("sampler.dropped.spans", 2L);
  }

  @Test
  void aTraceWithAnErrorAnywhereIsKeptAsAWhole() {
    request(1, StatusCode.ERROR);

    assertThat(engine.sink.spans)
        .hasSize(2)
        .allMatch(span -> span.getTraceState().equals("ot=th:0"));
    assertThat(engine.sink.named("root").getAttributesList())
        .containsExactly(Otlp.attribute(RULE, "error"));
    assertThat(engine.sink.named("child").getAttributesList()).isEmpty();
    assertThat(engine.sink.counts()).containsEntry("sampler.kept.error", 1L);
  }

  @ParameterizedTest
  @CsvSource({"99, 0", "100, 2"})
  void aTraceThatTookLongIsKept(int millis, int spans) {
    request(millis, StatusCode.UNSET);

    assertThat(engine.sink.spans).hasSize(spans);
    assertThat(engine.sink.counts()).containsEntry("sampler.kept.slow", spans / 2L);
  }

  @Test
  void nothingOfATraceIsSentBeforeItIsDecidedOn() {
    Span root = engine.span("root");
    child(root, "early").end();
    assertThat(engine.sink.spans).isEmpty();

    Span failed = child(root, "failed");
    failed.setStatus(StatusCode.ERROR).end();
    assertThat(engine.sink.spans)
        .extracting(span -> span.getName())
        .containsExactly("early", "failed");
  }

  @Test
  void ofTheOthersARatioIsKeptThatTellsHowManyThereWere() {
    TestEngine half = tail("ratio", "0.5", "percentile", "100");
    SplittableRandom kinds = new SplittableRandom(1);
    Map<String, Integer> expected = new HashMap<>();
    for (int i = 0; i < 4_000; i++) {
      String name = kinds.nextInt(10) == 0 ? "failing" : "fine";
      expected.merge(name, 1, Integer::sum);
      Span span = half.span(name);
      if (name.equals("failing")) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
    Map<String, Integer> estimate = new HashMap<>();
    half.sink.spans.forEach(
        span ->
            estimate.merge(
                span.getName(), span.getTraceState().equals("ot=th:8") ? 2 : 1, Integer::sum));

    assertThat(estimate.get("failing")).isEqualTo(expected.get("failing"));
    assertThat(estimate.get("fine"))
        .isBetween(expected.get("fine") - 250, expected.get("fine") + 250);
    assertThat(half.sink.spans).allMatch(span -> span.getTraceState().matches("ot=th:[08]"));
  }

  @Test
  void servicesThatKeepTheSameRatioKeepTheSameTraces() {
    TestEngine one = tail("ratio", "0.5");
    TestEngine other = tail("ratio", "0.5");
    for (int i = 0; i < 100; i++) {
      Span caller = one.span("caller");
      remoteChild(other, caller).end();
      caller.end();
    }

    assertThat(one.sink.spans)
        .extracting(span -> span.getTraceId())
        .containsExactlyElementsOf(
            other.sink.spans.stream().map(span -> span.getTraceId()).toList())
        .isNotEmpty();
    assertThat(one.sink.spans.size()).isLessThan(100);
  }

  @Test
  void servicesThatAreCalledDecideForThemselvesUntilTheCallerHas() {
    TestEngine called = tail("ratio", "0");
    Span caller = engine.span("caller");
    remoteChild(called, caller).end();
    assertThat(called.sink.spans).as("nothing speaks for it").isEmpty();

    child(caller, "failed").setStatus(StatusCode.ERROR).end();
    remoteChild(called, child(caller, "second call")).end();
    assertThat(called.sink.only().getName()).as("the caller keeps it").isEqualTo("called");
    assertThat(called.sink.only().getTraceState()).isEqualTo("ot=th:0");
  }

  @Test
  void afterATraceIsDroppedNothingBelowItIsRecordedAnyMore() {
    Span root = engine.span("root");
    Span late = child(root, "late");
    root.end();
    late.setStatus(StatusCode.ERROR).end();
    Span later = child(late, "later");

    assertThat(later.isRecording()).isFalse();
    assertThat(later.getSpanContext().isSampled()).isFalse();
    assertThat(engine.sink.spans).isEmpty();
    assertThat(engine.sink.counts()).containsEntry("sampler.dropped.spans", 2L);
  }

  @Test
  void aCallToTheSameServiceIsAPartOfItsOwn() {
    Span caller = engine.span("caller");
    SpanContext context = caller.getSpanContext();
    Span called =
        engine
            .tracer()
            .spanBuilder("called")
            .setParent(
                Context.root()
                    .with(
                        Span.wrap(
                            SpanContext.createFromRemoteParent(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags(),
                                context.getTraceState()))))
            .startSpan();
    called.end();
    caller.setStatus(StatusCode.ERROR).end();

    assertThat(engine.sink.only().getName()).isEqualTo("caller");
  }

  @Test
  void whatEndsAfterATraceIsKeptIsKept() {
    Span root = engine.span("root");
    Span late = child(root, "late");
    root.setStatus(StatusCode.ERROR).end();
    late.end();

    assertThat(engine.sink.named("late").getTraceState()).isEqualTo("ot=th:0");
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void aCallersDecisionIsFollowed(boolean sampled, int spans) {
    TraceState state = TraceState.builder().put("ot", "th:0").build();
    called(engine, sampled, state).end();
    called(engine, sampled, TraceState.getDefault()).end();

    assertThat(engine.sink.spans).hasSize(2 * spans);
  }

  @Test
  void whatOthersHaveInTheTraceStateStays() {
    TraceState state =
        TraceState.builder()
            .put("vendor", "v")
            .put("clew", "tail")
            .put("ot", "rv:00000000000000")
            .build();
    Span span = called(engine, true, state);
    TraceState held = span.getSpanContext().getTraceState();
    span.setStatus(StatusCode.ERROR).end();

    assertThat(held.asMap()).isEqualTo(state.asMap());
    assertThat(engine.sink.only().getTraceState().split(","))
        .containsExactlyInAnyOrder("ot=rv:00000000000000;th:0", "vendor=v");
  }

  @Test
  void fullMemoryHasTheOldestDecidedByTheRatio() {
    TestEngine small = tail("memory", "64kB", "ratio", "0", "slower-than", "1ms");
    Span oldest = small.span("oldest");
    child(small, oldest, "of oldest").setAttribute("text", "x".repeat(25_000)).end();
    Span newest = small.span("newest");
    child(small, newest, "of newest").setAttribute("text", "x".repeat(25_000)).end();
    child(small, newest, "of newest").setAttribute("text", "x".repeat(25_000)).end();
    small.clock.advance(MILLISECOND);
    oldest.end();
    newest.end();

    assertThat(small.sink.spans)
        .extracting(span -> span.getName())
        .containsExactly("of newest", "of newest", "newest");
    assertThat(small.sink.counts())
        .containsEntry("sampler.early", 1L)
        .containsEntry("sampler.dropped", 1L)
        .containsEntry("sampler.dropped.spans", 2L);
  }

  @Test
  void tracesThatNeverEndAreForgotten() {
    TestEngine small = tail("memory", "64kB", "ratio", "1");
    for (int i = 0; i < 1000; i++) {
      child(small, small.span("never ends"), "child").end();
    }

    assertThat(small.sink.spans.size()).isBetween(900, 999);
    assertThat(small.sink.spans).allMatch(span -> span.getTraceState().equals("ot=th:0"));
  }

  @Test
  void whatIsOpenWhenTheEngineClosesIsKept() {
    child(engine.span("open"), "ended").end();
    engine.close();

    assertThat(engine.sink.only().getName()).isEqualTo("ended");
  }

  @Test
  void theSlowestOfEachRouteAreKept() {
    TestEngine slowest = tail("ratio", "0", "percentile", "90");
    SplittableRandom times = new SplittableRandom(1);
    for (int i = 0; i < 6_000; i++) {
      request(slowest, "quick", 1 + times.nextInt(100));
      request(slowest, "slow", 1001 + times.nextInt(1000));
    }
    List<String> names = slowest.sink.spans.stream().map(span -> span.getName()).toList();

    assertThat(names.stream().filter("quick"::equals).count()).isBetween(540L, 660L);
    assertThat(names.stream().filter("slow"::equals).count()).isBetween(540L, 660L);
  }

  private void request(int millis, StatusCode ofChild) {
    Span root = engine.span("root");
    child(root, "child").setStatus(ofChild).end();
    engine.clock.advance(millis * MILLISECOND);
    root.end();
  }

  private static void request(TestEngine engine, String name, int millis) {
    Span root = engine.span(name);
    engine.clock.advance(millis * MILLISECOND);
    root.end();
  }

  private Span child(Span parent, String name) {
    return child(engine, parent, name);
  }

  private static Span child(TestEngine engine, Span parent, String name) {
    return engine.tracer().spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
  }

  private static Span remoteChild(TestEngine called, Span caller) {
    return TailSamplingTest.called(called, caller.getSpanContext());
  }

  private static Span called(TestEngine engine, boolean sampled, TraceState state) {
    TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    return called(
        engine,
        SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", flags, state));
  }

  /** What a service does that is called by somebody with this context: headers carry texts only. */
  private static Span called(TestEngine engine, SpanContext caller) {
    TraceStateBuilder builder = TraceState.builder();
    caller.getTraceState().forEach(builder::put);
    SpanContext received =
        SpanContext.createFromRemoteParent(
            caller.getTraceId(), caller.getSpanId(), caller.getTraceFlags(), builder.build());
    return engine
        .tracer()
        .spanBuilder("called")
        .setParent(Context.root().with(Span.wrap(received)))
        .startSpan();
  }

  private static TestEngine tail(String... options) {
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.traces.sampler", "tail");
    for (int i = 0; i < options.length; i += 2) {
      settings.put("clew.sampler.tail." + options[i], options[i + 1]);
    }
    return new TestEngine(settings);
  }
}
