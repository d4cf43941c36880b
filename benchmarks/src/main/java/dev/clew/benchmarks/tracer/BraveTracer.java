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
    root(0, null);
  }

  @Override
  public void tree() {
    root(3, null);
  }

  @Override
  public void tree(Values values) {
    root(3, values);
  }

  /** Without values it says the same each time. */
  private void root(int deep, Values values) {
    Span root = tracer.newTrace().name("root").kind(Span.Kind.SERVER).start();
    try (Tracer.SpanInScope current = tracer.withSpanInScope(root)) {
      describe(root, values);
      if (deep > 0) {
        nested(deep, values);
      }
    } finally {
      root.finish();
    }
  }

  private void nested(int deep, Values values) {
    Span span = tracer.nextSpan().name("child").start();
    try (Tracer.SpanInScope current = tracer.withSpanInScope(span)) {
      describe(span, values);
      if (deep > 1) {
        nested(deep - 1, values);
      }
    } finally {
      span.finish();
    }
  }

  private static void describe(Span span, Values values) {
    span.tag("http.request.method", values == null ? "GET" : values.text());
    span.tag("http.route", values == null ? "/orders/{id}" : values.text());
    span.tag("http.response.status_code", values == null ? "200" : values.text());
  }

  @Override
  public void child() {
    nested(1, null);
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
