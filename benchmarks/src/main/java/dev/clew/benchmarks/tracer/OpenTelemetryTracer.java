// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;

/** Works by the OpenTelemetry API, as applications and instrumentation do. */
final class OpenTelemetryTracer implements TestedTracer {

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private final OpenTelemetrySource source;
  private final Tracer tracer;
  private final TextMapPropagator propagator;

  private OpenTelemetryTracer(OpenTelemetrySource source) {
    this.source = source;
    this.tracer = source.openTelemetry().getTracer("dev.clew.benchmarks");
    this.propagator = source.openTelemetry().getPropagators().getTextMapPropagator();
  }

  static TestedTracer of(OpenTelemetrySource source) {
    return new OpenTelemetryTracer(source);
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
    Span root = tracer.spanBuilder("root").setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope current = root.makeCurrent()) {
      describe(root, values);
      if (deep > 0) {
        nested(deep, values);
      }
    } finally {
      root.end();
    }
  }

  private void nested(int deep, Values values) {
    Span span = tracer.spanBuilder("child").startSpan();
    try (Scope current = span.makeCurrent()) {
      describe(span, values);
      if (deep > 1) {
        nested(deep - 1, values);
      }
    } finally {
      span.end();
    }
  }

  private static void describe(Span span, Values values) {
    span.setAttribute(METHOD, values == null ? "GET" : values.text());
    span.setAttribute(ROUTE, values == null ? "/orders/{id}" : values.text());
    span.setAttribute(STATUS, values == null ? Long.valueOf(200) : values.number());
  }

  @Override
  public void child() {
    nested(1, null);
  }

  @Override
  public Runnable enterUnsampled() {
    SpanContext caller =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getDefault(),
            TraceState.getDefault());
    Context remote = Context.root().with(Span.wrap(caller));
    Span request = tracer.spanBuilder("request").setParent(remote).startSpan();
    Scope scope = Context.root().with(request).makeCurrent();
    return scope::close;
  }

  @Override
  public Map<String, String> caller(boolean sampled) {
    String flags = sampled ? "01" : "00";
    return Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-" + flags);
  }

  @Override
  public void hop(Map<String, String> caller, Map<String, String> outgoing) {
    Context remote = propagator.extract(Context.root(), caller, Headers.INSTANCE);
    Span span =
        tracer
            .spanBuilder("GET /orders")
            .setParent(remote)
            .setSpanKind(SpanKind.SERVER)
            .startSpan();
    propagator.inject(remote.with(span), outgoing, Map::put);
    span.end();
  }

  @Override
  public long delivered() {
    return source.delivered();
  }

  @Override
  public void close() {
    source.close();
  }

  private enum Headers implements TextMapGetter<Map<String, String>> {
    INSTANCE;

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
