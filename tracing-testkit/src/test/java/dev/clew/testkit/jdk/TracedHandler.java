// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.http.HttpServerTracer;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** The whole adapter: start, make current, hand on, end when the answer is complete. */
record TracedHandler(HttpServerTracer tracer, Endpoint next) implements HttpHandler {

  /** A handler that may answer later. */
  @FunctionalInterface
  interface Endpoint {
    CompletionStage<Void> answer(HttpExchange exchange) throws IOException;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    HttpServerSpan span = tracer.start(new JdkServerRequest(exchange));
    try {
      answer(span, exchange).whenComplete((none, failure) -> end(span, exchange, failure));
    } catch (Throwable failure) {
      end(span, exchange, failure);
      throw failure;
    }
  }

  private CompletionStage<Void> answer(HttpServerSpan span, HttpExchange exchange)
      throws IOException {
    Scope scope = span.makeCurrent();
    try {
      return next.answer(exchange);
    } finally {
      scope.close();
    }
  }

  private static void end(HttpServerSpan span, HttpExchange exchange, Throwable failure) {
    span.error(failure);
    span.end(new JdkServerResponse(exchange));
    if (failure != null) {
      exchange.close();
    }
  }
}
