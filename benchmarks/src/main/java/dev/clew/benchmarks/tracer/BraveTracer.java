// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import brave.Span;
import brave.Tracer;
import brave.Tracing;
import brave.propagation.CurrentTraceContext;
import brave.propagation.TraceContext;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Brave by its own API. */
final class BraveTracer implements TestedTracer {

  private final AtomicLong finished = new AtomicLong();
  private final Tracing tracing;
  private final Tracer tracer;
  private final TraceContext.Extractor<Map<String, String>> extractor;
  private final TraceContext.Injector<Map<String, String>> injector;

  BraveTracer(double rate) {
    this.tracing = BraveTracing.start(rate, finished::incrementAndGet);
    this.tracer = tracing.tracer();
    this.extractor = tracing.propagation().extractor(Map::get);
    this.injector = tracing.propagation().injector(Map::put);
  }

  @Override
  public void span() {
    root(0);
  }

  @Override
  public void tree() {
    root(3);
  }

  private void root(int deep) {
    Span root = tracer.newTrace().name("root").kind(Span.Kind.SERVER).start();
    try (Tracer.SpanInScope current = tracer.withSpanInScope(root)) {
      describe(root);
      if (deep > 0) {
        nested(deep);
      }
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
  public Map<String, String> caller(boolean sampled) {
    String decision = sampled ? "1" : "0";
    return Map.of("b3", "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-" + decision);
  }

  /** As Brave's own HTTP handlers do it. */
  @Override
  public void hop(Map<String, String> caller, Map<String, String> outgoing) {
    Span span = tracer.joinSpan(extractor.extract(caller).context());
    span.name("GET /orders").kind(Span.Kind.SERVER).start();
    injector.inject(span.context(), outgoing);
    span.finish();
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
