// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import com.sun.management.ThreadMXBean;
import dev.clew.api.Traced;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.SpanSink;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.interceptor.InvocationContext;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Prints how many bytes a call of a traced method allocates, where nothing is sampled, once the
 * compiler has done its work: it finds out that a span's builder need not exist. A program of its
 * own, because what the compiler can do depends on all that has run in the process before.
 */
@SuppressWarnings("try") // A scope is there to be closed, not to be used.
final class UnsampledProbe {

  /** The call is below a span, or else begins a trace. */
  static final String CHILD = "child";

  private static final int ROUNDS = 25;
  private static final int CALLS = 200_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private UnsampledProbe() {}

  public static void main(String[] where) throws Exception {
    Tracer tracer = tracer();
    MethodSpans spans = new MethodSpans(tracer, new TracedMethods(new TracedReader()));
    InvocationContext call = CallOf.current(new UnsampledProbe(), "called");
    boolean child = where[0].equals(CHILD);
    try (var scope = child ? unsampled(tracer).makeCurrent() : Scope.noop()) {
      System.out.println(leastBytes(spans, call) / (double) CALLS);
    }
  }

  @Traced
  void current() {}

  private static Tracer tracer() {
    EngineProvider engines = ServiceLoader.load(EngineProvider.class).findFirst().orElseThrow();
    Settings settings = Settings.of(Map.of("otel.traces.sampler", "parentbased_always_off"));
    return engines.start(settings, new UnusedSink()).openTelemetry().getTracer("dev.clew.cdi");
  }

  /** As the server span of a request whose caller has not sampled. */
  private static Span unsampled(Tracer tracer) {
    SpanContext caller =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getDefault(),
            TraceState.getDefault());
    return tracer
        .spanBuilder("request")
        .setParent(Context.root().with(Span.wrap(caller)))
        .startSpan();
  }

  /** What the best round took; one that takes next to nothing ends the search. */
  private static long leastBytes(MethodSpans spans, InvocationContext call) throws Exception {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least >= CALLS / 2; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        spans.around(call);
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Nothing is sampled. */
  private static final class UnusedSink implements SpanSink {
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
      throw new IllegalStateException("a span was recorded");
    }
  }
}
