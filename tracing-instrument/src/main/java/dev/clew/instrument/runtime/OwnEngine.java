// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import java.util.List;

/** Starts and stops Clew's own engine and exporter. */
final class OwnEngine {

  private final Settings settings;
  private final Engine engine;
  private final Exporter exporter;
  private boolean isGlobal;

  private OwnEngine(Settings settings, Engine engine, Exporter exporter) {
    this.settings = settings;
    this.engine = engine;
    this.exporter = exporter;
  }

  /** Never throws: without an engine nothing is traced, without an exporter nothing leaves. */
  static Tracing start(ClassLoader application, Settings settings) {
    return start(application, settings, true);
  }

  /** For an engine that is switched off: nothing will leave, so nothing is started for it. */
  static Tracing startWithoutExporter(ClassLoader application, Settings settings) {
    return start(application, settings, false);
  }

  private static Tracing start(ClassLoader application, Settings settings, boolean sends) {
    Problems problems = settings.problems();
    List<EngineProvider> providers = Services.find(EngineProvider.class, application, problems);
    if (providers.isEmpty()) {
      problems.report("CLEW-0012", "no engine is on the class path; nothing is traced");
      return Tracing.inert(settings);
    }
    Exporter exporter = sends ? startExporter(application, settings) : new NoExporter();
    try {
      Engine engine = providers.get(0).start(settings, exporter);
      return new OwnEngine(settings, engine, exporter).running(application);
    } catch (Throwable failure) {
      problems.report(
          "CLEW-0013", "the engine did not start; nothing is traced: " + printable(failure));
      guarded(() -> exporter.shutdown(settings.get(RuntimeOptions.SHUTDOWN_TIMEOUT)), problems);
      return Tracing.inert(settings);
    }
  }

  private static Exporter startExporter(ClassLoader application, Settings settings) {
    Problems problems = settings.problems();
    List<ExporterProvider> providers = Services.find(ExporterProvider.class, application, problems);
    if (providers.isEmpty()) {
      problems.report("CLEW-0014", "no exporter is on the class path; no span leaves");
      return new NoExporter();
    }
    try {
      return providers.get(0).start(settings);
    } catch (Throwable failure) {
      problems.report(
          "CLEW-0015", "the exporter did not start; no span leaves: " + printable(failure));
      return new NoExporter();
    }
  }

  private Tracing running(ClassLoader application) {
    isGlobal = GlobalSlot.offer(engine.openTelemetry(), application);
    return new Tracing(engine.openTelemetry(), settings, exporter, this::stop);
  }

  private void stop() {
    Problems problems = settings.problems();
    if (isGlobal) {
      guarded(() -> GlobalSlot.release(engine.openTelemetry()), problems);
    }
    guarded(engine::close, problems);
    guarded(() -> exporter.shutdown(settings.get(RuntimeOptions.SHUTDOWN_TIMEOUT)), problems);
  }

  /** One part that fails to stop must not keep the next from being stopped. */
  static void guarded(Runnable step, Problems problems) {
    try {
      step.run();
    } catch (Throwable failure) {
      problems.report("CLEW-0018", "a part of Clew did not stop cleanly: " + printable(failure));
    }
  }

  private static String printable(Throwable failure) {
    return Printable.of(String.valueOf(failure), 500);
  }
}
