// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.config.Option;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What can be injected: OpenTelemetry, Tracer, Span and Baggage, each unless server or application
 * have a bean of the type already.
 */
final class OpenTelemetryBeans {

  private static final Set<Class<?>> TYPES =
      Set.of(OpenTelemetry.class, Tracer.class, Span.class, Baggage.class);

  /** Names the tracer of the application's code. */
  private static final Option<String> SERVICE_NAME =
      Option.text("otel.service.name", "application");

  private final Set<Class<?>> provided = ConcurrentHashMap.newKeySet();
  private final Supplier<Tracing> tracing;

  private volatile CreationalContext<?> serverContext;

  OpenTelemetryBeans(Supplier<Tracing> tracing) {
    this.tracing = tracing;
  }

  /** Takes note of a bean, whoever has made it. */
  void found(Bean<?> bean) {
    if (!(bean instanceof OfferedBean) && bean.getQualifiers().contains(Default.Literal.INSTANCE)) {
      for (Class<?> type : TYPES) {
        if (bean.getTypes().contains(type)) {
          provided.add(type);
        }
      }
    }
  }

  void register(AfterBeanDiscovery event) {
    event.addBean(offer(OpenTelemetry.class, () -> tracing.get().openTelemetry()));
    event.addBean(offer(Tracer.class, this::tracer));
    event.addBean(offer(Span.class, Following::span));
    event.addBean(offer(Baggage.class, Following::baggage));
  }

  /** The OpenTelemetry that the server, or the application itself, has a bean for. */
  OpenTelemetry serverProvided(BeanManager manager) {
    Set<Bean<?>> beans = new HashSet<>();
    for (Bean<?> each : manager.getBeans(OpenTelemetry.class)) {
      if (!(each instanceof OfferedBean)) {
        beans.add(each);
      }
    }
    Bean<?> bean = manager.resolve(beans);
    if (bean == null) {
      return null;
    }
    CreationalContext<?> context = manager.createCreationalContext(bean);
    serverContext = context;
    return (OpenTelemetry) manager.getReference(bean, OpenTelemetry.class, context);
  }

  /** Gives back what was taken of the server. */
  void close() {
    CreationalContext<?> context = serverContext;
    serverContext = null;
    if (context != null) {
      context.release();
    }
  }

  private <T> OfferedBean<T> offer(Class<T> type, Supplier<T> creator) {
    return new OfferedBean<>(type, creator, provided);
  }

  private Tracer tracer() {
    Tracing now = tracing.get();
    return now.openTelemetry().getTracer(now.settings().get(SERVICE_NAME));
  }
}
