// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.SpanSink;
import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.Sampler;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever the engine is given may throw anything: the application must not see it. */
@SuppressWarnings("try") // A scope is there to be closed, not to be used.
class HostileCollaboratorsTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "b7ad6b7169203331";

  @Test
  void aSinkThatThrows() {
    SpanSink sink = throwing(SpanSink.class);
    Settings settings =
        Settings.of(
            key -> null,
            (id, message) -> {
              throw new AssertionError("problems cannot be reported either");
            });
    var engine = ClewEngine.start(settings, sink, new ManualClock());

    useAsAnApplicationDoes(engine.openTelemetry().getTracer("t"));
    assertThatCode(engine::close).doesNotThrowAnyException();
  }

  @Test
  void aSamplerThatThrows() {
    Sampler sampler = throwing(Sampler.class);
    TestEngine engine = new TestEngine(sampler);

    useAsAnApplicationDoes(engine.tracer());
    engine.tracer().spanBuilder("child").setParent(remote(true)).startSpan().end();
    engine.tracer().spanBuilder("dropped").setParent(remote(false)).startSpan().end();
    engine.close();

    assertThat(engine.sink.only().getName()).as("treated as its parent").isEqualTo("child");
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0101");
  }

  @Test
  void aSamplerThatThrowsWhenItIsToldOfAFailure() {
    TestEngine engine =
        new TestEngine(
            new Sampler() {
              @Override
              public Decision sample(Candidate candidate) {
                return Decision.SAMPLE;
              }

              @Override
              public boolean watchesFailures() {
                return true;
              }

              @Override
              public void failed(Function<String, Object> attributes) {
                throw new AssertionError("hostile");
              }
            });

    engine.tracer().spanBuilder("failed").startSpan().setStatus(StatusCode.ERROR).end();

    assertThat(engine.sink.only().getName()).isEqualTo("failed");
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0101");
  }

  @Test
  void aSamplerThatDecidesNothing() {
    TestEngine engine = new TestEngine((Sampler) candidate -> null);

    useAsAnApplicationDoes(engine.tracer());
    assertThat(engine.sink.spans).isEmpty();
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0101");
  }

  @Test
  void aClockThatThrows() {
    Settings settings = Settings.of(Map.of());
    var engine = ClewEngine.start(settings, new CollectingSink(), throwing(Clock.class));

    useAsAnApplicationDoes(engine.openTelemetry().getTracer("t"));
  }

  @Test
  void aClockThatBreaksLaterEndsTheSpanAtItsStart() {
    CollectingSink sink = new CollectingSink();
    BreakingClock clock = new BreakingClock();
    var engine = ClewEngine.start(Settings.of(Map.of()), sink, clock);
    Span span = engine.openTelemetry().getTracer("t").spanBuilder("s").startSpan();
    clock.broken = true;
    span.end();

    assertThat(sink.only().getEndTimeUnixNano()).isEqualTo(sink.only().getStartTimeUnixNano());
  }

  @Test
  void attributesThatThrow() {
    TestEngine engine = new TestEngine(Map.of());
    Attributes attributes = throwing(Attributes.class);
    Span span =
        engine
            .tracer()
            .spanBuilder("s")
            .setAllAttributes(attributes)
            .addLink(context(true), attributes)
            .startSpan();
    span.setAllAttributes(attributes).addEvent("e", attributes);
    span.recordException(new IllegalStateException(), attributes);
    span.setAttribute("k", "v").end();

    assertThat(engine.sink.only().getAttributesList()).containsExactly(Otlp.attribute("k", "v"));
    assertThat(engine.sink.only().getEventsCount()).isEqualTo(2);
    assertThat(engine.sink.only().getLinksCount()).isEqualTo(1);
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0103");
  }

  @Test
  void keysAndListsThatThrow() {
    TestEngine engine = new TestEngine(Map.of());
    AttributeKey<String> key = throwing(AttributeKey.class);
    List<String> list = new ThrowingList();
    Span span = engine.tracer().spanBuilder("s").setAttribute(key, "v").startSpan();
    span.setAttribute(key, "v").setAttribute(stringArrayKey("list"), list);
    span.setAttribute("k", "v").end();

    assertThat(engine.sink.only().getAttributesList()).containsExactly(Otlp.attribute("k", "v"));
  }

  @Test
  void contextsAndSpansOfOthersThatThrow() {
    TestEngine engine = new TestEngine(Map.of());
    Tracer tracer = engine.tracer();
    Context broken = throwing(Context.class);
    Context brokenSpan = Context.root().with(Span.wrap(throwing(SpanContext.class)));

    tracer.spanBuilder("s").setParent(broken).startSpan().end();
    tracer.spanBuilder("s").setParent(brokenSpan).startSpan().end();
    tracer.spanBuilder("s").addLink(throwing(SpanContext.class)).startSpan().end();
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0103");
  }

  @Test
  void aTraceStateThatThrowsCostsOnlyItself() {
    TestEngine engine = new TestEngine(Map.of());
    SpanContext parent =
        SpanContext.createFromRemoteParent(
            TRACE_ID, SPAN_ID, TraceFlags.getSampled(), throwing(TraceState.class));
    Context context = Context.root().with(Span.wrap(parent));
    engine.tracer().spanBuilder("s").setParent(context).startSpan().end();

    assertThat(Otlp.id(engine.sink.only().getTraceId())).isEqualTo(TRACE_ID);
    assertThat(engine.sink.only().getTraceState()).isEmpty();
  }

  private static void useAsAnApplicationDoes(Tracer tracer) {
    assertThatCode(
            () -> {
              Span span = tracer.spanBuilder("s").setAttribute("k", "v").startSpan();
              try (Scope current = span.makeCurrent()) {
                tracer.spanBuilder("child").startSpan().end();
              }
              span.addEvent("e").recordException(new IllegalStateException()).end();
            })
        .doesNotThrowAnyException();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  private static Context remote(boolean sampled) {
    return Context.root().with(Span.wrap(context(sampled)));
  }

  private static SpanContext context(boolean sampled) {
    TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    return SpanContext.createFromRemoteParent(TRACE_ID, SPAN_ID, flags, TraceState.getDefault());
  }

  /** Every method of it throws an error; it calls itself valid, so that it is looked at. */
  @SuppressWarnings("unchecked")
  private static <T> T throwing(Class<? super T> type) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isValid")) {
                return true;
              }
              throw new StackOverflowError(method.getName() + "\r\nFAKE LOG LINE");
            });
  }

  private static final class BreakingClock implements Clock {
    private final Clock works = new SystemClock();
    private boolean broken;

    @Override
    public long nanoTime() {
      if (broken) {
        throw new AssertionError();
      }
      return works.nanoTime();
    }

    @Override
    public long epochOffset(long nanoTime) {
      return works.epochOffset(nanoTime);
    }
  }

  private static final class ThrowingList extends AbstractList<String> {
    @Override
    public String get(int index) {
      throw new AssertionError();
    }

    @Override
    public int size() {
      return 3;
    }
  }
}
