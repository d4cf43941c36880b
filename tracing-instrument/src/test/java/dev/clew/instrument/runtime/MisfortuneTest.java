// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.api.spi.SettingsSource;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is missing or fails: the application starts, and the log says what is wrong. */
class MisfortuneTest {

  @TempDir Path directory;

  private final LogCapture log = new LogCapture();
  private TestApplication application;

  @BeforeEach
  void deploy() throws Exception {
    application = new TestApplication(directory);
    Providers.EVENTS.clear();
  }

  @AfterEach
  void undeploy() throws Exception {
    log.close();
    application.close();
  }

  @Test
  void withoutAnEngineNothingIsTraced() {
    assertInert("CLEW-0012");
  }

  @Test
  void withAnEngineThatFailsNothingIsTraced() {
    application
        .provides(EngineProvider.class, Providers.FailingEngine.class.getName())
        .provides(ExporterProvider.class, Providers.WorkingExporter.class.getName());
    assertInert("CLEW-0013");
    assertThat(Providers.EVENTS).contains("exporter shut down within PT5S");
    assertThat(log.messages()).noneMatch(message -> message.contains("\n"));
  }

  @Test
  void withoutAnExporterSpansAreRefused() {
    application.provides(EngineProvider.class, Providers.WorkingEngine.class.getName());
    assertRefusing("CLEW-0014");
  }

  @Test
  void withAnExporterThatFailsSpansAreRefused() {
    application
        .provides(EngineProvider.class, Providers.WorkingEngine.class.getName())
        .provides(ExporterProvider.class, Providers.FailingExporter.class.getName());
    assertRefusing("CLEW-0015");
  }

  @Test
  void aProviderThatCannotBeLoadedIsPassedOver() {
    application
        .provides(EngineProvider.class, "dev.clew.NoSuchEngine")
        .provides(EngineProvider.class, Providers.WorkingEngine.class.getName());
    assertRefusing("CLEW-0010");
    assertThat(Providers.EVENTS).contains("engine of orders started");
  }

  @Test
  void aPartThatDoesNotStopKeepsNoOtherFromStopping() {
    application
        .provides(EngineProvider.class, Providers.EngineThatDoesNotStop.class.getName())
        .provides(ExporterProvider.class, Providers.WorkingExporter.class.getName());
    application.start().close();
    assertLogged("CLEW-0018");
    assertThat(Providers.EVENTS).contains("exporter shut down within PT5S");
  }

  @Test
  void aConfigurationSourceThatFailsIsLeftOut() {
    application
        .provides(SettingsSource.class, FailingSource.class.getName())
        .provides(EngineProvider.class, Providers.WorkingEngine.class.getName());
    application.settings.put("otel.service.name", "named");
    application.start().close();
    assertLogged("CLEW-0011");
    assertThat(Providers.EVENTS).contains("engine of named started");
  }

  @Test
  void anUnusableValueIsReportedOnce() {
    application.settings.put("clew.engine", "steam");
    application.start().close();
    assertThat(log.messages())
        .filteredOn(message -> message.contains("CLEW-0001") && message.contains("'steam'"))
        .hasSize(1);
  }

  @Test
  void withNothingToJoinNobodySaysThatItTraces() {
    application.settings.put("clew.engine", "join");
    assertInert("CLEW-0016");
    assertThat(log.messages()).noneMatch(message -> message.contains("Clew traces"));
  }

  @Test
  void aConfigurationThatFailsWithAnErrorLeavesNothingTraced() {
    application.provides(SettingsSource.class, SourceThatFailsLater.class.getName());
    assertInert("CLEW-0019");
  }

  private void assertInert(String id) {
    try (Lease lease = application.start()) {
      assertThat(lease.tracing().openTelemetry()).isSameAs(OpenTelemetry.noop());
    }
    assertLogged(id);
  }

  private void assertRefusing(String id) {
    try (Lease lease = application.start()) {
      assertThat(lease.tracing().counts()).containsEntry("refused", 0L);
    }
    assertLogged(id);
  }

  private void assertLogged(String id) {
    assertThat(log.messages()).anyMatch(message -> message.startsWith(id));
  }

  /** Fails when it is opened. */
  public static final class FailingSource implements SettingsSource {
    @Override
    public Optional<UnaryOperator<String>> forApplication(ClassLoader application) {
      throw new IllegalStateException("no configuration here");
    }
  }

  /** Fails, with an error, when it is read. */
  public static final class SourceThatFailsLater implements SettingsSource {
    @Override
    public Optional<UnaryOperator<String>> forApplication(ClassLoader application) {
      return Optional.of(
          key -> {
            throw new ExceptionInInitializerError("no configuration here");
          });
    }
  }
}
