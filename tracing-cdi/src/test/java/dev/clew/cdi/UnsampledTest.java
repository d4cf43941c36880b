// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.clew.api.Traced;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import jakarta.interceptor.InvocationContext;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a trace is not sampled, a traced method costs no memory. */
@SuppressWarnings("try")
class UnsampledTest {

  private static final int CALLS = 20_000;

  /** Until then the compiler has found out that a builder need not exist. */
  private static final int ROUNDS = 200;

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void aCallBelowAnUnsampledSpanAllocatesNothing() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    MethodSpans spans =
        new MethodSpans(
            tracing.openTelemetry().getTracer("dev.clew.cdi"),
            new TracedMethods(new TracedReader()));
    InvocationContext call = CallOf.current(this, "called");
    try (var scope = Context.root().with(unsampled()).makeCurrent()) {
      long allocated = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS && allocated >= CALLS; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
          spans.around(call);
        }
        allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertThat(allocated / CALLS).isZero();
    }
  }

  @Traced
  void current() {}

  /** As the server span of a request whose caller has not sampled. */
  private Span unsampled() {
    SpanContext caller =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getDefault(),
            TraceState.getDefault());
    return tracing
        .tracer()
        .spanBuilder("request")
        .setParent(Context.root().with(Span.wrap(caller)))
        .startSpan();
  }
}
