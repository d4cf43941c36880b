// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.config.Settings;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.http.HttpServerTracer;
import dev.clew.testkit.PlainRequest;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Method;
import java.util.Map;

/** A request that is being handled, as an HTTP adapter would handle it. */
@SuppressWarnings("try")
final class ServedRequest {

  private final HttpServerSpan span;

  private ServedRequest(HttpServerSpan span) {
    this.span = span;
  }

  /** What is done for the request. */
  @FunctionalInterface
  interface Work {
    Object run() throws Exception;
  }

  static ServedRequest to(TracingExtension tracing) {
    return to(tracing, "/orders/7");
  }

  static ServedRequest to(TracingExtension tracing, String path) {
    HttpServerTracer tracer = new HttpServerTracer(tracing.openTelemetry(), Settings.of(Map.of()));
    return new ServedRequest(tracer.start(new PlainRequest(null, path)));
  }

  ServedRequest handledBy(Class<?> type, Method method) {
    span.resourceMethod(type, method, type.getName() + '.' + method.getName());
    return this;
  }

  Object run(Work work) throws Exception {
    try (Scope scope = span.makeCurrent()) {
      return work.run();
    } finally {
      span.end(null);
    }
  }
}
