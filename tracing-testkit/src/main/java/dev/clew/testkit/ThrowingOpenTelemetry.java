// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An OpenTelemetry that fails, to show that applications do not notice. Every part answers with the
 * next one, as a real one does, up to those that are to fail; those throw from every method.
 * Immutable.
 */
public final class ThrowingOpenTelemetry implements InvocationHandler {

  private static final List<Class<?>> PARTS =
      List.of(
          OpenTelemetry.class,
          TracerProvider.class,
          TracerBuilder.class,
          Tracer.class,
          SpanBuilder.class,
          Span.class,
          ContextPropagators.class,
          TextMapPropagator.class);

  private static final List<Supplier<? extends Throwable>> FAILURES =
      List.of(
          () -> new IllegalStateException("a broken part of tracing"),
          () -> new AssertionError("a broken part of tracing"),
          () -> new NoSuchMethodError("another version of tracing"));

  private static final Set<String> ANSWERED =
      Set.of("isRecording", "getSpanContext", "storeInContext");

  private static final SpanContext CONTEXT =
      SpanContext.create(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  private final Supplier<? extends Throwable> failure;
  private final Set<Class<?>> failing;
  private final Class<?> part;
  private final Set<String> answered;

  private ThrowingOpenTelemetry(
      Supplier<? extends Throwable> failure,
      Set<Class<?>> failing,
      Class<?> part,
      Set<String> answered) {
    this.failure = failure;
    this.failing = failing;
    this.part = part;
    this.answered = answered;
  }

  /**
   * One whose given parts throw.
   *
   * @param failure unchecked; an {@link Error} as well as a {@link RuntimeException}
   * @param failing interfaces of the OpenTelemetry API, such as {@code Span.class}
   */
  public static OpenTelemetry of(Supplier<? extends Throwable> failure, Class<?>... failing) {
    return proxied(OpenTelemetry.class, failure, Set.of(failing), Set.of());
  }

  /**
   * One for each part that can fail, each with exceptions and errors; and ones whose spans answer
   * questions but fail when they are told anything.
   */
  public static List<OpenTelemetry> all() {
    List<OpenTelemetry> all = new ArrayList<>();
    for (Supplier<? extends Throwable> failure : FAILURES) {
      PARTS.forEach(part -> all.add(of(failure, part)));
      all.add(proxied(OpenTelemetry.class, failure, Set.of(Span.class), ANSWERED));
    }
    return all;
  }

  private static <T> T proxied(
      Class<T> part,
      Supplier<? extends Throwable> failure,
      Set<Class<?>> failing,
      Set<String> answered) {
    return part.cast(
        Proxy.newProxyInstance(
            ThrowingOpenTelemetry.class.getClassLoader(),
            new Class<?>[] {part},
            new ThrowingOpenTelemetry(failure, failing, part, answered)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    if (failing.contains(part) && !answered.contains(method.getName())) {
      throw failure.get();
    }
    Class<?> result = method.getReturnType();
    if (result.isInstance(proxy)) {
      return proxy;
    }
    if (PARTS.contains(result)) {
      return proxied(result, failure, failing, answered);
    }
    return method.isDefault()
        ? InvocationHandler.invokeDefault(proxy, method, arguments)
        : answer(result, arguments);
  }

  /** What the few methods without a default answer when they do not fail. */
  private static Object answer(Class<?> result, Object[] arguments) {
    if (result == boolean.class) {
      return true;
    }
    if (result == SpanContext.class) {
      return CONTEXT;
    }
    if (result == Context.class) {
      return arguments[0];
    }
    return Collection.class.isAssignableFrom(result) ? List.of() : null;
  }

  private Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "a failing " + part.getSimpleName() + " of " + failing;
    };
  }
}
