// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.Traced;
import dev.clew.cdi.TracedMethod.Argument;
import dev.clew.cdi.TracedMethod.Tags;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code @WithSpan} and {@code @SpanAttribute}, as OpenTelemetry's own agent does. */
final class WithSpanReader implements MethodReader {

  @Override
  public TracedMethod read(Class<?> beanClass, Method method) {
    WithSpan withSpan = method.getAnnotation(WithSpan.class);
    if (withSpan == null || isTracedAlready(beanClass, method)) {
      return TracedMethod.UNTRACED;
    }
    String name =
        withSpan.value().isEmpty()
            ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
            : withSpan.value();
    return TracedMethod.of(
        name, method, withSpan.kind(), !inheritsContext(withSpan), false, tags(method));
  }

  /** One span for a call is enough. */
  private static boolean isTracedAlready(Class<?> beanClass, Method method) {
    Optional<Traced> traced = Bindings.traced(beanClass, method);
    return traced.isPresent() && traced.get().value();
  }

  private static boolean inheritsContext(WithSpan withSpan) {
    try {
      return withSpan.inheritContext();
    } catch (NoSuchMethodError olderJar) {
      return true;
    }
  }

  private static Tags tags(Method method) {
    List<Argument> arguments = new ArrayList<>();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      String key = key(parameters[i]);
      if (!key.isBlank()) {
        arguments.add(new Argument(key, i));
      }
    }
    return new Tags(arguments, null);
  }

  /** Empty where there is none, or it names none and the compiler has not kept the parameter's. */
  private static String key(Parameter parameter) {
    SpanAttribute attribute = parameter.getAnnotation(SpanAttribute.class);
    if (attribute == null) {
      return "";
    }
    String given = attribute.value();
    return given.isEmpty() && parameter.isNamePresent() ? parameter.getName() : given;
  }
}
