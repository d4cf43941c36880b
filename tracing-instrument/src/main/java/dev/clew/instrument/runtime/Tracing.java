// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Exporter;
import dev.clew.instrument.logs.LogCorrelation;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clew in one application. Adapters look it up once, when the application starts, and keep the
 * OpenTelemetry. Thread-safe.
 */
public final class Tracing {

  private static final Registry REGISTRY = new Registry();

  private static final Runnable NOTHING = () -> {};

  static final Tracing INERT = inert(Settings.of(Map.of()));

  private final OpenTelemetry openTelemetry;
  private final Settings settings;
  private final Exporter exporter;
  private final Runnable stop;
  private final boolean joined;
  private final List<Runnable> beforeStop = new CopyOnWriteArrayList<>();

  /** One that is started here. */
  Tracing(OpenTelemetry openTelemetry, Settings settings, Exporter exporter, Runnable stop) {
    this(openTelemetry, settings, exporter, stop, false);
  }

  private Tracing(
      OpenTelemetry openTelemetry,
      Settings settings,
      Exporter exporter,
      Runnable stop,
      boolean joined) {
    this.openTelemetry = openTelemetry;
    this.settings = settings;
    this.exporter = exporter;
    this.stop = stop;
    this.joined = joined;
  }

  /** One that records nothing. */
  static Tracing inert(Settings settings) {
    return installed(OpenTelemetry.noop(), settings);
  }

  /** One that the application itself, or a test, starts and stops. */
  static Tracing installed(OpenTelemetry openTelemetry, Settings settings) {
    return new Tracing(openTelemetry, settings, new NoExporter(), NOTHING, false);
  }

  /** One that server or agent start and stop. */
  static Tracing joined(OpenTelemetry openTelemetry, Settings settings) {
    return new Tracing(openTelemetry, settings, new NoExporter(), NOTHING, true);
  }

  /**
   * The one of the calling application: that of the thread's context class loader or one of its
   * parents, else that of this library's class loader.
   *
   * @return one that records nothing where none has been started; never {@code null}
   */
  public static Tracing current() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (; loader != null; loader = loader.getParent()) {
      Tracing found = REGISTRY.find(loader);
      if (found != null) {
        return found;
      }
    }
    Tracing found = REGISTRY.find(Tracing.class.getClassLoader());
    return found != null ? found : INERT;
  }

  /**
   * The class loader that stands for the application being deployed or called: the thread's context
   * class loader where that sees this library, else the library's own. The latter is right where a
   * server deploys several modules, each with this library inside, on one thread.
   */
  public static ClassLoader applicationLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null && sees(context) ? context : Tracing.class.getClassLoader();
  }

  /**
   * Starts Clew for an application, or takes another lease where it runs already; the first to come
   * decides how it is started. No thread and no engine is there before the first {@link
   * Lease#tracing} or {@link #current}, so that a deployment which fails before has nothing to
   * stop. Never throws: what goes wrong is reported, and leaves one that records nothing, or that
   * has no exporter.
   */
  public static Lease start(Startup startup) {
    Objects.requireNonNull(startup, "startup");
    LogCorrelation.prepare();
    return REGISTRY.take(startup.application(), () -> Starter.start(startup));
  }

  /**
   * Makes an OpenTelemetry that is started and stopped by the caller the one of an application, as
   * tests and embedders do.
   *
   * @throws IllegalStateException if one runs for the application already
   */
  public static Lease install(
      ClassLoader application, OpenTelemetry openTelemetry, Settings settings) {
    Tracing tracing =
        installed(
            Objects.requireNonNull(openTelemetry, "openTelemetry"),
            Objects.requireNonNull(settings, "settings"));
    LogCorrelation.prepare();
    return REGISTRY.install(
        Objects.requireNonNull(application, "application"), tracing::tellingLogs);
  }

  /** What records. The same instance every time. */
  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  /**
   * Whether it records into an OpenTelemetry that server or agent provide; these see to
   * {@code @WithSpan} themselves.
   */
  public boolean isJoined() {
    return joined;
  }

  /** The application's configuration. */
  public Settings settings() {
    return settings;
  }

  /**
   * Sends what has been recorded so far, where the exporter is Clew's own.
   *
   * @return whether that was done in time; {@code true} where there is nothing to do
   */
  public boolean flush(Duration timeout) {
    return exporter.flush(timeout);
  }

  /** What became of the spans, as in {@link Exporter#counts}. */
  public Map<String, Long> counts() {
    return exporter.counts();
  }

  /**
   * Has something done when the application stops, while what is recorded is still sent; adapters
   * end their spans then.
   *
   * @param action kept until then; what it throws is logged
   */
  public void beforeStop(Runnable action) {
    beforeStop.add(action);
  }

  /** Lets logs tell of the current span until this stops. */
  Tracing tellingLogs() {
    beforeStop(LogCorrelation.start(settings));
    return this;
  }

  void stop() {
    for (Runnable action : beforeStop) {
      OwnEngine.guarded(action, settings.problems());
    }
    stop.run();
    LastRecord.forget();
  }

  private static boolean sees(ClassLoader loader) {
    try {
      return Class.forName(Tracing.class.getName(), false, loader) == Tracing.class;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }
}
