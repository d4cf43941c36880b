// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.http.HttpServerTracer;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Adapters with the faults that are common. The contract must find each. */
public final class BrokenServers {

  private BrokenServers() {}

  /** Leaves the context on the pooled thread. */
  public static class LeaksScope extends JdkHttpServerTest {
    @Override
    HttpHandler traced(HttpServerTracer tracer, TracedHandler.Endpoint application) {
      return exchange -> {
        HttpServerSpan span = tracer.start(new JdkServerRequest(exchange));
        span.makeCurrent();
        application.answer(exchange);
        span.end(new JdkServerResponse(exchange));
      };
    }
  }

  /** Ends the span only where all goes well. */
  public static class ForgetsFailures extends JdkHttpServerTest {
    @Override
    HttpHandler traced(HttpServerTracer tracer, TracedHandler.Endpoint application) {
      return exchange -> {
        HttpServerSpan span = tracer.start(new JdkServerRequest(exchange));
        answer(span.context(), application, exchange);
        span.end(new JdkServerResponse(exchange));
      };
    }
  }

  /** Ends the span when the handler returns, though the answer comes later. */
  public static class EndsTooEarly extends JdkHttpServerTest {
    @Override
    HttpHandler traced(HttpServerTracer tracer, TracedHandler.Endpoint application) {
      return exchange -> {
        HttpServerSpan span = tracer.start(new JdkServerRequest(exchange));
        try {
          answer(span.context(), application, exchange);
        } finally {
          span.end(null);
        }
      };
    }
  }

  /** Gives every request the context of the first. */
  public static class MixesParents extends JdkHttpServerTest {
    @Override
    HttpHandler traced(HttpServerTracer tracer, TracedHandler.Endpoint application) {
      AtomicReference<Context> first = new AtomicReference<>();
      return exchange -> {
        HttpServerSpan span = tracer.start(new JdkServerRequest(exchange));
        first.compareAndSet(null, span.context());
        answer(first.get(), application, exchange);
        span.end(new JdkServerResponse(exchange));
      };
    }
  }

  /** Starts a span again where a request is handed on. */
  public static class TracesTwice extends JdkHttpServerTest {
    @Override
    HttpHandler traced(HttpServerTracer tracer, TracedHandler.Endpoint application) {
      return exchange -> {
        HttpServerSpan outer = tracer.start(new JdkServerRequest(exchange));
        new TracedHandler(tracer, application).handle(exchange);
        outer.end(new JdkServerResponse(exchange));
      };
    }
  }

  /** Does not say what it can do. */
  public static class SaysNothing extends JdkHttpServerTest {
    @Override
    protected Capabilities<HttpServerCapability> capabilities() {
      return Capabilities.of(HttpServerCapability.class);
    }
  }

  private static void answer(
      Context context, TracedHandler.Endpoint application, HttpExchange exchange)
      throws IOException {
    Scope scope = context.makeCurrent();
    try {
      application.answer(exchange);
    } finally {
      scope.close();
    }
  }
}
