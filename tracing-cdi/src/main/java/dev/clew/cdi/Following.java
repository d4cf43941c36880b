// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Proxies;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/**
 * Stands for whatever is current when it is used, so that one can be injected into a bean of any
 * scope. It is a dynamic proxy, because later versions of the API add methods that a class written
 * for this one would answer with their defaults; and putting it into a context puts what is current
 * there, never itself.
 */
final class Following implements InvocationHandler {

  private final Supplier<?> current;

  private Following(Supplier<?> current) {
    this.current = current;
  }

  static Span span() {
    return of(Span.class, Span::current);
  }

  static Baggage baggage() {
    return of(Baggage.class, Baggage::current);
  }

  private static <T> T of(Class<T> type, Supplier<T> current) {
    return type.cast(
        Proxy.newProxyInstance(
            Following.class.getClassLoader(), new Class<?>[] {type}, new Following(current)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> String.valueOf(current.get());
      };
    }
    return Proxies.call(current.get(), method, arguments);
  }
}
