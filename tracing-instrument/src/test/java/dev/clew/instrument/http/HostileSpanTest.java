// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Spans that record, and throw when they are told anything; contexts and scopes that throw. */
class HostileSpanTest {

  private static final Settings SETTINGS = Settings.of(Map.of());

  private final Map<String, Integer> calls = new HashMap<>();
  private Context contextWithSpan = Context.root();

  @Test
  void isEndedOnTheServerThoughItTakesNoAttributes() {
    TestRequest request = new TestRequest();
    request.method = "BREW";
    HttpServerSpan span = new HttpServerTracer(openTelemetry(), SETTINGS).start(request);
    span.route("/x");
    span.name("x");
    span.error(new IllegalStateException());
    span.end(TestResponse.of(200));

    assertThat(calls).containsEntry("end", 1);
  }

  @Test
  void isEndedOnTheClientThoughItTakesNoAttributes() {
    HttpClientSpan span = new HttpClientTracer(openTelemetry(), SETTINGS).start(clientRequest());
    span.error(new IllegalStateException());
    span.end(TestResponse.of(500));

    assertThat(calls).containsEntry("end", 1);
  }

  @Test
  void isEndedThoughItCannotBePutIntoContext() {
    contextWithSpan = proxy(Context.class, (proxy, method, arguments) -> fail());
    HttpServerSpan server =
        new HttpServerTracer(openTelemetry(), SETTINGS).start(new TestRequest());
    server.makeCurrent().close();
    server.end(null);
    HttpClientSpan client = new HttpClientTracer(openTelemetry(), SETTINGS).start(clientRequest());
    client.makeCurrent().close();
    client.end(null);

    assertThat(calls).containsEntry("end", 2);
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void isEndedThoughItsScopeCannotBeClosed() {
    contextWithSpan =
        proxy(
            Context.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "with" -> proxy;
                  case "makeCurrent" -> (Scope) HostileSpanTest::fail;
                  default -> null;
                });
    HttpServerSpan span = new HttpServerTracer(openTelemetry(), SETTINGS).start(new TestRequest());
    span.makeCurrent().close();
    span.end(null);

    assertThat(calls).containsEntry("end", 1);
  }

  private OpenTelemetry openTelemetry() {
    Span span = proxy(Span.class, this::span);
    SpanBuilder builder = fluent(SpanBuilder.class, "startSpan", span);
    Tracer tracer = spanName -> builder;
    TracerBuilder tracers = fluent(TracerBuilder.class, "build", tracer);
    return proxy(
        OpenTelemetry.class,
        (proxy, method, arguments) ->
            method.getName().equals("tracerBuilder") ? tracers : ContextPropagators.noop());
  }

  private Object span(Object proxy, Method method, Object[] arguments) {
    calls.merge(method.getName(), 1, Integer::sum);
    return switch (method.getName()) {
      case "isRecording" -> true;
      case "getSpanContext" -> SpanContext.getInvalid();
      case "storeInContext" -> contextWithSpan;
      default -> fail();
    };
  }

  private static HttpClientRequest clientRequest() {
    return new HttpClientRequest() {
      @Override
      public String method() {
        return "BREW";
      }

      @Override
      public URI uri() {
        return URI.create("http://shop.example/");
      }

      @Override
      public List<String> headers(String name) {
        return null;
      }

      @Override
      public void setHeader(String name, String value) {}
    };
  }

  /** Answers one method with something, all others with itself. */
  private static <T> T fluent(Class<T> type, String last, Object result) {
    return proxy(
        type, (proxy, method, arguments) -> method.getName().equals(last) ? result : proxy);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            HostileSpanTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object fail() {
    throw new AssertionError("a broken part of tracing");
  }
}
