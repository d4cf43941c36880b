// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Annotation;
import java.util.Collection;

/** Makes OpenTelemetry's {@code @WithSpan} an interceptor binding, where its jar is present. */
final class WithSpanBinding {

  private static final String NAME = "io.opentelemetry.instrumentation.annotations.WithSpan";

  private WithSpanBinding() {}

  /** Whether the annotation can be seen; without it, no other method here may be called. */
  static boolean isAvailable() {
    try {
      Class.forName(NAME, false, WithSpanBinding.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /** Whether it is among annotations; may be asked whether or not it can be seen. */
  static boolean isAmong(Collection<Annotation> annotations) {
    return annotations.stream()
        .anyMatch(annotation -> annotation.annotationType().getName().equals(NAME));
  }

  static void register(BeforeBeanDiscovery event) {
    Registration.run(event);
  }

  /** Apart, because the virtual machine may look for the annotation as soon as this is loaded. */
  private static final class Registration {

    static void run(BeforeBeanDiscovery event) {
      event
          .configureInterceptorBinding(WithSpan.class)
          .methods()
          .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
      event
          .addAnnotatedType(WithSpanInterceptor.class, WithSpanInterceptor.class.getName())
          .add(new WithSpanLiteral());
    }
  }

  private static final class WithSpanLiteral extends AnnotationLiteral<WithSpan>
      implements WithSpan {

    private static final long serialVersionUID = 1L;

    @Override
    public String value() {
      return "";
    }

    @Override
    public SpanKind kind() {
      return SpanKind.INTERNAL;
    }

    @Override
    public boolean inheritContext() {
      return true;
    }
  }
}
