// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.inject.AddedType;
import dev.clew.instrument.inject.OptionalApi;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Annotation;
import java.util.Collection;

/** Makes OpenTelemetry's {@code @WithSpan} an interceptor binding, where its jar is present. */
final class WithSpanBinding {

  private static final String NAME = "io.opentelemetry.instrumentation.annotations.WithSpan";

  private WithSpanBinding() {}

  /**
   * Whether the annotation can be seen, and is one of the OpenTelemetry that is used here: a server
   * may have its own beside that of the application. Without it, no other method here may be
   * called.
   */
  static boolean isAvailable() {
    try {
      return OptionalApi.isPresent(NAME, WithSpanBinding.class)
          && WithSpan.class.getMethod("kind").getReturnType() == SpanKind.class;
    } catch (NoSuchMethodException another) {
      return false;
    }
  }

  /** Whether it is among annotations; may be asked whether or not it can be seen. */
  static boolean isAmong(Collection<Annotation> annotations) {
    return Bindings.isAmong(annotations, NAME);
  }

  static void register(BeforeBeanDiscovery event) {
    WithSpanLiteral.bind(event);
  }

  /** Apart, because the virtual machine may look for the annotation as soon as this is loaded. */
  private static final class WithSpanLiteral extends AnnotationLiteral<WithSpan>
      implements WithSpan {

    private static final long serialVersionUID = 1L;

    static void bind(BeforeBeanDiscovery event) {
      for (AnnotatedMethodConfigurator<?> member :
          event.configureInterceptorBinding(WithSpan.class).methods()) {
        member.add(Nonbinding.Literal.INSTANCE);
      }
      event
          .addAnnotatedType(WithSpanInterceptor.class, AddedType.id(WithSpanInterceptor.class))
          .add(new WithSpanLiteral());
    }

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
