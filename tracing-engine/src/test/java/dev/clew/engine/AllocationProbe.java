// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import com.sun.management.ThreadMXBean;
import dev.clew.api.spi.SpanSink;
import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Sampler;
import dev.clew.engine.sampler.Samplers;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Prints how many bytes an operation allocates once the compiler has done its work. A program of
 * its own, because what the compiler can do depends on all that has run in the process before.
 */
@SuppressWarnings("try") // A scope is there to be closed, not to be used.
final class AllocationProbe {

  static final String UNSAMPLED_CHILD = "unsampledChild";
  static final String UNSAMPLED_CHILD_AMONG_OTHERS = "unsampledChildAmongOthers";
  static final String UNSAMPLED_ROOT = "unsampledRoot";
  static final String FINISHED_SPAN = "finishedSpan";
  static final String THOUSANDS_OF_VALUES = "thousandsOfValues";
  static final String SKIPPED_ROOT = "skippedRoot";

  private static final int ROUNDS = 25;
  private static final int OPERATIONS = 200_000;
  private static final int RECORDED = 1_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocationProbe() {}

  public static void main(String[] operation) {
    long bytes =
        switch (operation[0]) {
          case UNSAMPLED_CHILD -> unsampledChild(0);
          case UNSAMPLED_CHILD_AMONG_OTHERS -> unsampledChild(RECORDED);
          case UNSAMPLED_ROOT -> unsampledRoot();
          case SKIPPED_ROOT -> skippedRoot();
          case THOUSANDS_OF_VALUES -> thousandsOfValues();
          default -> finishedSpan();
        };
    System.out.println(bytes / (double) OPERATIONS);
  }

  /** Uncounted, the same code also starts so many recorded spans before each round. */
  private static long unsampledChild(int recorded) {
    Tracer tracer = new TestEngine(Map.of()).tracer();
    Context sampled = Context.root().with(Span.wrap(caller(TraceFlags.getSampled())));
    Context unsampled = Context.root().with(Span.wrap(caller(TraceFlags.getDefault())));
    Runnable child = () -> child(tracer);
    return leastBytes(
        () -> below(sampled, tracer, child, recorded),
        () -> below(unsampled, tracer, child, OPERATIONS));
  }

  private static void below(Context caller, Tracer tracer, Runnable child, int times) {
    Span parent = tracer.spanBuilder("parent").setParent(caller).startSpan();
    try (Scope current = parent.makeCurrent()) {
      for (int i = 0; i < times; i++) {
        child.run();
      }
    }
    parent.end();
  }

  private static void child(Tracer tracer) {
    Span child = tracer.spanBuilder("child").setSpanKind(SpanKind.CLIENT).startSpan();
    try (Scope scope = child.makeCurrent()) {
      child.setAttribute("a", "text").setAttribute("b", true);
    }
    child.end();
  }

  private static SpanContext caller(TraceFlags flags) {
    return SpanContext.createFromRemoteParent(
        "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", flags, TraceState.getDefault());
  }

  /** As a query outside a request, whose attributes are known from the one before. */
  private static long unsampledRoot() {
    Attributes known =
        Attributes.builder().put("a", "b").put("c", 1).put("d", 2).put("e", 3).build();
    Tracer tracer =
        new TestEngine(Map.of("otel.traces.sampler", "parentbased_always_off")).tracer();
    return leastBytes(
        () -> {
          SpanBuilder builder = tracer.spanBuilder("query").setSpanKind(SpanKind.CLIENT);
          builder.setAllAttributes(known).startSpan().end();
        });
  }

  /** On a busy route, at a time when as many were recorded as may be. */
  private static long skippedRoot() {
    Object[] path = {"url.path", "/orders/4711"};
    Candidate root =
        new StartingSpan(Context.root(), null, 1, 1, "GET", SpanKind.SERVER, path, null, null);
    Sampler[] samplers = {
      Samplers.adaptive(1, () -> 0), Samplers.rateLimited(1, () -> 0), Samplers.probability(0.5)
    };
    return leastBytes(
        () -> {
          for (Sampler sampler : samplers) {
            sampler.sample(root);
          }
        });
  }

  private static long finishedSpan() {
    TestEngine engine = new TestEngine(Map.of());
    RecordingSpan span = (RecordingSpan) engine.span("span \u00fcber \uD83D\uDE00");
    span.setAttribute("text", "value").setAttribute("n", 1L).setAttribute("b", true);
    span.addEvent("event").setStatus(StatusCode.ERROR, "broken");
    Outlet outlet = outlet();
    return leastBytes(() -> outlet.finished(0, span, span, ManualClock.START));
  }

  /** Some that come again and again among more of them than can be kept. */
  private static long thousandsOfValues() {
    TestEngine engine = new TestEngine(Map.of());
    RecordingSpan[] spans = new RecordingSpan[RECORDED];
    for (int i = 0; i < RECORDED; i++) {
      spans[i] = (RecordingSpan) engine.span("span");
      spans[i].setAttribute("route", "/orders/{id}").setAttribute("customer", "c" + i % 100);
      for (int j = 0; j < 8; j++) {
        spans[i].setAttribute("key" + j, "/orders/" + j + i + "/items");
      }
    }
    Outlet outlet = outlet();
    int[] next = {0};
    return leastBytes(
        () -> {
          RecordingSpan span = spans[next[0]++ % RECORDED];
          outlet.finished(0, span, span, ManualClock.START);
        });
  }

  private static Outlet outlet() {
    Faults faults = new Faults((id, message) -> {});
    Sampling sampling = new Sampling(Samplers.alwaysOn(), faults);
    return new Outlet(new IgnoringSink(), new byte[0], sampling, faults);
  }

  private static long leastBytes(Runnable operation) {
    return leastBytes(
        () -> {},
        () -> {
          for (int i = 0; i < OPERATIONS; i++) {
            operation.run();
          }
        });
  }

  /** What the best round took; one that takes next to nothing ends the search. */
  private static long leastBytes(Runnable before, Runnable round) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS && least >= OPERATIONS / 2; i++) {
      before.run();
      long allocated = allocated();
      round.run();
      least = Math.min(least, allocated() - allocated);
    }
    return least;
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static final class IgnoringSink implements SpanSink {
    @Override
    public void resource(byte[] resourcePrefix) {}

    @Override
    public int scope(byte[] scopePrefix) {
      return 0;
    }

    @Override
    public int maxSpanBytes() {
      return 65_536;
    }

    @Override
    public boolean offer(int scope, byte[] bytes, int offset, int length) {
      return true;
    }
  }
}
