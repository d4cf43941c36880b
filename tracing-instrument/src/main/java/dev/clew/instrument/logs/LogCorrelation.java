// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import dev.clew.api.config.Settings;
import dev.clew.instrument.logs.LogsOptions.MdcChoice;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps {@code trace_id}, {@code span_id} and {@code trace_flags} of the current span in the MDC of
 * the logging library (OpenTelemetry, "Trace Context in non-OTLP Log Formats"), on every thread on
 * which a context becomes current, for as long as it is. Applications that share this library share
 * its MDC: it is told of spans while one of them wants that. Thread-safe.
 */
public final class LogCorrelation {

  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  /** Of every application that wants it, in the order in which they started. */
  private static final List<MdcEntries> STARTED = new ArrayList<>();

  /** The first of these; {@code null} for none. */
  private static volatile MdcEntries entries;

  /** Whether OpenTelemetry tells of every context. */
  private static volatile boolean seesAll;

  private LogCorrelation() {}

  /**
   * Asks OpenTelemetry to tell of every context that becomes current. It must be asked before a
   * context is first used; and what is asked stays as long as its classes do, so nothing is done
   * where these belong to the server and would keep the application alive. There, {@link
   * #makeCurrent} tells of the contexts of Clew's adapters.
   */
  public static void prepare() {
    boolean isOurs = Context.class.getClassLoader() == LogCorrelation.class.getClassLoader();
    if (isOurs && PREPARED.compareAndSet(false, true)) {
      ContextStorage.addWrapper(LogCorrelation::wrap);
    }
  }

  /** Called once, when a context is first used; never where that was before. */
  private static ContextStorage wrap(ContextStorage storage) {
    seesAll = true;
    return new MdcStorage(storage);
  }

  /**
   * Makes a context current as {@link Context#makeCurrent} does, also where OpenTelemetry does not
   * tell of it.
   *
   * @return to be closed on this thread
   */
  public static Scope makeCurrent(Context context) {
    MdcEntries asked = entries;
    if (asked == null || seesAll) {
      return context.makeCurrent();
    }
    Context before = Context.current();
    Scope scope = context.makeCurrent();
    return seesAll || scope == Scope.noop() ? scope : asked.follow(scope, before, context);
  }

  /**
   * Starts for an application.
   *
   * @return stops it; scopes that are open then still clean up behind themselves
   */
  public static Runnable start(Settings settings) {
    MdcChoice choice = settings.get(LogsOptions.MDC);
    return choice == MdcChoice.NONE ? () -> {} : start(settings, () -> Mdcs.find(choice));
  }

  /**
   * Has WildFly take contexts along to asynchronous methods of enterprise beans; where that MDC is
   * told of spans, and for as long as one application wants it.
   *
   * @param wanted whether one more application does, or one less
   */
  public static void carry(boolean wanted) {
    CarriedContext.USERS.addAndGet(wanted ? 1 : -1);
  }

  /**
   * Takes the context that an asynchronous method was called in, on the thread that runs it.
   *
   * @return {@code null} where none has come along, or a span is current already; does not throw
   */
  public static Context takeCarried() {
    MdcEntries asked = entries;
    return asked == null ? null : CarriedContext.take(asked);
  }

  static Runnable start(Settings settings, Callable<Mdc> finder) {
    MdcEntries started = new MdcEntries(settings, finder);
    change(() -> STARTED.add(started));
    return () -> stop(started);
  }

  static void stop(MdcEntries started) {
    change(() -> STARTED.remove(started));
  }

  /** {@code null} where no application wants any. */
  static MdcEntries entries() {
    return entries;
  }

  private static void change(Runnable change) {
    synchronized (STARTED) {
      change.run();
      entries = STARTED.isEmpty() ? null : STARTED.get(0);
    }
  }
}
