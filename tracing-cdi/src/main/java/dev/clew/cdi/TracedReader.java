// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.cdi.TracedMethod.Argument;
import dev.clew.cdi.TracedMethod.Tags;
import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@link Traced}: the method's beats the class's; names as MicroProfile OpenTracing had them.
 */
final class TracedReader implements MethodReader {

  @Override
  public TracedMethod read(Class<?> beanClass, Method method) {
    Optional<Traced> traced = Bindings.traced(beanClass, method);
    if (traced.isEmpty()) {
      // Bound by another extension, which cannot be seen on the class: the defaults hold.
      return TracedMethod.of(
              defaultName(beanClass, method), method, SpanKind.INTERNAL, false, true, tags(method))
          .yielding(method);
    }
    return read(beanClass, method, traced.get());
  }

  private static TracedMethod read(Class<?> beanClass, Method method, Traced traced) {
    if (!traced.value()) {
      return TracedMethod.UNTRACED;
    }
    String given = traced.operationName();
    String name = given.isEmpty() ? defaultName(beanClass, method) : given;
    return TracedMethod.of(name, method, traced.kind(), traced.root(), true, tags(method))
        .yielding(method);
  }

  private static String defaultName(Class<?> beanClass, Method method) {
    return beanClass.getName() + "." + method.getName();
  }

  private static Tags tags(Method method) {
    List<Argument> arguments = new ArrayList<>();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      SpanTag tag = parameters[i].getAnnotation(SpanTag.class);
      if (tag != null && !tag.value().isBlank()) {
        arguments.add(new Argument(tag.value(), i));
      }
    }
    SpanTag result = method.getAnnotation(SpanTag.class);
    boolean named = result != null && !result.value().isBlank();
    return new Tags(arguments, named ? result.value() : null);
  }
}
