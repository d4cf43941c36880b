// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clew's beans step back, one by one, where server or application have one of the type. */
class OtherOpenTelemetryTest {

  private static final OpenTelemetry THEIRS =
      OpenTelemetry.propagating(OpenTelemetry.noop().getPropagators());
  private static final Span THEIR_SPAN = Span.getInvalid();

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void theServersBeansAreTheOnlyOnes() {
    assertTheirs(weld.start(List.of(new ServersExtension()), Application.class));
  }

  @Test
  void alsoIfTheServerAddsThemLater() {
    assertTheirs(weld.start(List.of(new LateExtension()), Application.class));
  }

  @Test
  void alsoIfTheyAreProduced() {
    SeContainer container = weld.start(Producers.class, Application.class);
    assertThat(container.select(Application.class).get().openTelemetry).isSameAs(THEIRS);
    assertThat(container.select(Tracer.class).isResolvable()).isTrue();
  }

  @Test
  void notIfTheyAreMadeForAQualifierOfTheirOwn() {
    SeContainer container = weld.start(QualifiedProducers.class, Application.class);
    assertThat(container.select(Application.class).get().openTelemetry.getTracerProvider())
        .isSameAs(tracing.openTelemetry().getTracerProvider());
  }

  private static void assertTheirs(SeContainer container) {
    Application application = container.select(Application.class).get();
    assertThat(application.openTelemetry).isSameAs(THEIRS);
    assertThat(application.span).isSameAs(THEIR_SPAN);
    assertThat(container.select(Baggage.class).isResolvable()).isTrue();
  }

  @Dependent
  static class Application {
    @Inject OpenTelemetry openTelemetry;
    @Inject Tracer tracer;
    @Inject Span span;
    @Inject Baggage baggage;
  }

  /** Adds beans as a server's MicroProfile Telemetry does. */
  static class ServersExtension implements Extension {
    void add(@Observes AfterBeanDiscovery event) {
      addTo(event);
    }
  }

  static class LateExtension implements Extension {
    void add(@Observes @Priority(Integer.MAX_VALUE) AfterBeanDiscovery event) {
      addTo(event);
    }
  }

  private static void addTo(AfterBeanDiscovery event) {
    event.addBean().types(OpenTelemetry.class).createWith(context -> THEIRS);
    event.addBean().types(Span.class).createWith(context -> THEIR_SPAN);
  }

  @ApplicationScoped
  static class Producers {
    @Produces
    OpenTelemetry openTelemetry() {
      return THEIRS;
    }
  }

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Special {}

  @ApplicationScoped
  static class QualifiedProducers {
    @Produces
    @Special
    OpenTelemetry openTelemetry() {
      return THEIRS;
    }
  }
}
