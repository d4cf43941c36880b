// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.encode;

import dev.clew.benchmarks.tracer.OpenTelemetrySource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.stream.IntStream;

/** Spans of requests, each with eight attributes, that have not ended. */
public final class EightAttributes {

  private EightAttributes() {}

  static List<Span> spans(OpenTelemetrySource source) {
    Tracer tracer = source.openTelemetry().getTracer("dev.clew.benchmarks");
    return IntStream.range(0, Encoding.SPANS).mapToObj(i -> start(tracer, i)).toList();
  }

  /** One of them; what differs between them is a number in a path. */
  public static Span start(Tracer tracer, int number) {
    return tracer
        .spanBuilder("GET /orders/{id}")
        .setNoParent()
        .setSpanKind(SpanKind.SERVER)
        .startSpan()
        .setAttribute("http.request.method", "GET")
        .setAttribute("http.route", "/orders/{id}")
        .setAttribute("http.response.status_code", 200L)
        .setAttribute("url.scheme", "https")
        .setAttribute("url.path", "/orders/" + (100_000 + number))
        .setAttribute("server.address", "shop.example.com")
        .setAttribute("server.port", 443L)
        .setAttribute("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64)");
  }
}
