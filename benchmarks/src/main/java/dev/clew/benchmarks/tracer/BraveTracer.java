// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import brave.Span;
import brave.Tracer;
import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.CurrentTraceContext;
import brave.propagation.ThreadLocalCurrentTraceContext;
import brave.propagation.TraceContext;
import brave.sampler.Sampler;
import java.util.concurrent.atomic.AtomicLong;

/** Brave, with a handler that only counts what is finished. */
final class BraveTracer implements TestedTracer {

  private final AtomicLong finished = new AtomicLong();
  private final Tracing tracing;
  private final Tracer tracer;

  BraveTracer(double rate) {
    this.tracing =
        Tracing.newBuilder()
            .localServiceName("benchmark")
            .traceId128Bit(true)
            .currentTraceContext(ThreadLocalCurrentTraceContext.newBuilder().build())
            .sampler(Sampler.create((float) rate))
            .addSpanHandler(
                new SpanHandler() {
                  @Override
                  public boolean end(TraceContext context, MutableSpan span, Cause cause) {
                    finished.incrementAndGet();
                    return true;
                  }
                })
            .build();
    this.tracer = tracing.tracer();
  }

  @Override
  public void tree() {
    Span root = tracer.newTrace().name("root").kind(Span.Kind.SERVER).start();
    try (Tracer.SpanInScope current = tracer.withSpanInScope(root)) {
      describe(root);
      nested(3);
    } finally {
      root.finish();
    }
  }

  private void nested(int deep) {
    Span span = tracer.nextSpan().name("child").start();
    try (Tracer.SpanInScope current = tracer.withSpanInScope(span)) {
      describe(span);
      if (deep > 1) {
        nested(deep - 1);
      }
    } finally {
      span.finish();
    }
  }

  private static void describe(Span span) {
    span.tag("http.request.method", "GET");
    span.tag("http.route", "/orders/{id}");
    span.tag("http.response.status_code", "200");
  }

  @Override
  public void child() {
    nested(1);
  }

  @Override
  public Runnable enterUnsampled() {
    TraceContext caller = TraceContext.newBuilder().traceId(1).spanId(2).sampled(false).build();
    CurrentTraceContext.Scope scope = tracing.currentTraceContext().newScope(caller);
    return scope::close;
  }

  @Override
  public long delivered() {
    return finished.get();
  }

  @Override
  public void close() {
    tracing.close();
  }
}
