// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.cdi.TracedMethod.Tags;
import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.Method;
import java.util.List;

/** Reads methods that timers call. What the application says of such a method beats all this. */
final class TimerReader implements MethodReader {

  private static final Tags NONE = new Tags(List.of(), null);

  private final boolean withSpanIsTraced;

  /**
   * @param withSpanIsTraced whether methods with {@code @WithSpan} have a span already
   */
  TimerReader(boolean withSpanIsTraced) {
    this.withSpanIsTraced = withSpanIsTraced;
  }

  @Override
  public TracedMethod read(Class<?> beanClass, Method method) {
    if (Bindings.traced(beanClass, method).isPresent()
        || withSpanIsTraced && WithSpanBinding.isAmong(List.of(method.getAnnotations()))) {
      return TracedMethod.UNTRACED;
    }
    String name = beanClass.getSimpleName() + "." + method.getName();
    return TracedMethod.of(name, method, SpanKind.INTERNAL, false, false, NONE);
  }
}
