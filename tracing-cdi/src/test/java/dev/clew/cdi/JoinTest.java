// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.Traced;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.SpanSink;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the server has an OpenTelemetry that records, Clew records there, and nothing twice. */
class JoinTest {

  @RegisterExtension final WeldExtension weld = new WeldExtension();

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader application = new URLClassLoader(new URL[0], before);

  @BeforeEach
  void enterApplication() {
    Thread.currentThread().setContextClassLoader(application);
  }

  @AfterEach
  void leaveApplication() throws Exception {
    Thread.currentThread().setContextClassLoader(before);
    application.close();
  }

  @Test
  void recordsWithTheServersAndLeavesWithSpanToIt() {
    SpanCounter recorded = new SpanCounter();
    try (Engine server = engine(recorded)) {
      Service bean = deployed(server.openTelemetry());
      assertThat(bean.traced()).isTrue();
      assertThat(recorded.count).isEqualTo(1);
      assertThat(bean.withSpan()).isFalse();
      assertThat(recorded.count).isEqualTo(1);
    }
  }

  @Test
  void startsItsOwnBesideOneThatRecordsNothing() {
    System.setProperty("otel.traces.exporter", "none");
    try {
      Service bean = deployed(OpenTelemetry.noop());
      assertThat(bean.traced()).isTrue();
      assertThat(bean.withSpan()).isTrue();
    } finally {
      System.clearProperty("otel.traces.exporter");
    }
  }

  private Service deployed(OpenTelemetry server) {
    return weld.start(List.of(new ServersExtension(server)), Service.class)
        .select(Service.class)
        .get();
  }

  private static Engine engine(SpanSink sink) {
    return ServiceLoader.load(EngineProvider.class)
        .findFirst()
        .orElseThrow()
        .start(Settings.of(Map.of()), sink);
  }

  @ApplicationScoped
  static class Service {
    @Traced(operationName = "traced")
    boolean traced() {
      return Span.current().isRecording();
    }

    @WithSpan
    boolean withSpan() {
      return Span.current().isRecording();
    }
  }

  /** Adds a bean as a server's MicroProfile Telemetry does. */
  private static final class ServersExtension implements Extension {

    private final OpenTelemetry openTelemetry;

    ServersExtension(OpenTelemetry openTelemetry) {
      this.openTelemetry = openTelemetry;
    }

    void add(@Observes AfterBeanDiscovery event) {
      event
          .addBean()
          .types(OpenTelemetry.class)
          .scope(Singleton.class)
          .createWith(context -> openTelemetry);
    }
  }

  /** Counts what the server's engine has finished. */
  private static final class SpanCounter implements SpanSink {

    int count;

    @Override
    public void resource(byte[] resourcePrefix) {}

    @Override
    public int scope(byte[] scopePrefix) {
      return 0;
    }

    @Override
    public int maxSpanBytes() {
      return 1 << 16;
    }

    @Override
    public boolean offer(int scope, byte[] bytes, int offset, int length) {
      count++;
      return true;
    }
  }
}
