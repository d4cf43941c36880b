// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.ExporterProvider;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracingTest {

  @TempDir Path directory;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private TestApplication application;

  @BeforeEach
  void deploy() throws Exception {
    Providers.EVENTS.clear();
    application = working(new TestApplication(directory));
  }

  @AfterEach
  void undeploy() throws Exception {
    Thread.currentThread().setContextClassLoader(before);
    application.close();
  }

  @Test
  void nothingIsRecordedWhereNothingRuns() {
    assertThat(Tracing.current().openTelemetry()).isSameAs(OpenTelemetry.noop());
    assertThat(Tracing.current().flush(Duration.ZERO)).isTrue();
  }

  @Test
  void runsForTheApplicationAndWhatIsLoadedBelowIt() throws Exception {
    try (Lease lease = application.start();
        URLClassLoader below = new URLClassLoader(new URL[0], application)) {
      assertThat(Tracing.current()).isNotSameAs(lease.tracing());
      Thread.currentThread().setContextClassLoader(below);
      assertThat(Tracing.current()).isSameAs(lease.tracing());
    }
    assertThat(Tracing.current().openTelemetry()).isSameAs(OpenTelemetry.noop());
  }

  @Test
  void theLastLeaseStopsTheEngineBeforeTheExporter() {
    application.settings.put("clew.shutdown.timeout", "3s");
    Lease first = application.start();
    Lease second = application.start();
    assertThat(second.tracing()).isSameAs(first.tracing());
    first.close();
    first.close();
    assertThat(Providers.EVENTS).containsExactly("exporter started", "engine of orders started");
    second.close();
    assertThat(Providers.EVENTS)
        .endsWith("engine of orders closed", "exporter shut down within PT3S")
        .hasSize(4);
  }

  @Test
  void whatIsUnfinishedIsFinishedBeforeTheEngineStops() {
    Lease lease = application.start();
    lease.tracing().beforeStop(() -> Providers.EVENTS.add("finished"));
    lease.close();
    assertThat(Providers.EVENTS)
        .endsWith("finished", "engine of orders closed", "exporter shut down within PT5S");
  }

  @Test
  void startsWhenItIsFirstAskedFor() {
    Lease lease = Tracing.start(new Startup(application, "orders", () -> null));
    assertThat(Providers.EVENTS).isEmpty();
    Thread.currentThread().setContextClassLoader(application);
    Tracing asked = Tracing.current();
    assertThat(Providers.EVENTS).contains("engine of orders started");
    assertThat(lease.tracing()).isSameAs(asked);
    lease.close();
  }

  @Test
  void neverStartsWhereNobodyAsks() {
    Lease lease = Tracing.start(new Startup(application, "orders", () -> null));
    lease.close();
    assertThat(lease.tracing().openTelemetry()).isSameAs(OpenTelemetry.noop());
    assertThat(Providers.EVENTS).isEmpty();
  }

  @Test
  void aLeaseThatWasNeverUsedKeepsNothingRunning() {
    Lease forgotten = Tracing.start(new Startup(application, "orders", () -> null));
    application.start().close();
    assertThat(Providers.EVENTS).contains("engine of orders closed");
    forgotten.close();
    assertThat(Providers.EVENTS).hasSize(4);
  }

  @Test
  void aServersBeanThatAsksForTracingWhileItStartsGetsNone() {
    Thread.currentThread().setContextClassLoader(application);
    OpenTelemetry[] asked = new OpenTelemetry[1];
    Lease lease =
        application.start(
            "orders",
            () -> {
              asked[0] = Tracing.current().openTelemetry();
              return null;
            });
    assertThat(asked[0]).isSameAs(OpenTelemetry.noop());
    assertThat(lease.tracing().openTelemetry()).isNotSameAs(OpenTelemetry.noop());
    lease.close();
  }

  @Test
  void startsAgainAfterItStopped() {
    application.start().close();
    application.start().close();
    assertThat(Providers.EVENTS).hasSize(8);
  }

  @Test
  void threadsThatStartItTogetherShareOneEngine() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      var starts =
          threads.invokeAll(
              IntStream.range(0, 64).<Callable<Lease>>mapToObj(i -> application::start).toList());
      for (var start : starts) {
        start.get().close();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(Providers.EVENTS).filteredOn("engine of orders started"::equals).hasSize(1);
    assertThat(Providers.EVENTS).filteredOn("engine of orders closed"::equals).hasSize(1);
  }

  @Test
  void applicationsThatShareTheLibraryDoNotMeet() throws Exception {
    try (TestApplication other = working(new TestApplication(directory));
        Lease lease = application.start("orders", () -> null)) {
      Lease otherLease = other.start("stock", () -> null);
      assertThat(otherLease.tracing()).isNotSameAs(lease.tracing());
      otherLease.close();
      assertThat(Providers.EVENTS).contains("engine of stock closed");
      assertThat(Providers.EVENTS).doesNotContain("engine of orders closed");
    }
  }

  @Test
  void flushesAndCountsThroughTheExporter() {
    try (Lease lease = application.start()) {
      assertThat(lease.tracing().flush(Duration.ofSeconds(1))).isTrue();
      assertThat(lease.tracing().counts()).containsEntry("accepted", 7L);
    }
    assertThat(Providers.EVENTS).contains("exporter flushed within PT1S");
  }

  @Test
  void startsNoExporterWhereItIsSwitchedOff() {
    application.settings.put("otel.sdk.disabled", "true");
    application.start().close();
    assertThat(Providers.EVENTS)
        .isNotEmpty()
        .allMatch(event -> event.startsWith("engine of "), "says something of the engine");
  }

  @Test
  void installsWhatItIsGivenOnce() {
    OpenTelemetry given = OpenTelemetry.propagating(OpenTelemetry.noop().getPropagators());
    Thread.currentThread().setContextClassLoader(application);
    try (Lease lease = Tracing.install(application, given, Settings.of(Map.of()))) {
      application.start().close();
      assertThat(Tracing.current().openTelemetry()).isSameAs(given);
      assertThatThrownBy(() -> Tracing.install(application, given, lease.tracing().settings()))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(Providers.EVENTS).isEmpty();
  }

  @Test
  void standsForTheModuleThatContainsTheLibraryWhereTheThreadSeesNone() throws Exception {
    Thread.currentThread().setContextClassLoader(application);
    assertThat(Tracing.applicationLoader()).isSameAs(application);
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    assertThat(Tracing.applicationLoader()).isSameAs(Tracing.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(null);
    assertThat(Tracing.applicationLoader()).isSameAs(Tracing.class.getClassLoader());
  }

  private static TestApplication working(TestApplication application) {
    return application
        .provides(EngineProvider.class, Providers.WorkingEngine.class.getName())
        .provides(ExporterProvider.class, Providers.WorkingExporter.class.getName());
  }
}
