// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import dev.clew.api.config.Settings;
import dev.clew.instrument.EntryScope;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/**
 * Makes spans current, as any code may and as an adapter does, while tracing runs and after it has
 * stopped; says which were shown.
 */
@SuppressWarnings("try")
public final class LoggingApplication implements Callable<String> {

  /** Called by reflection, on a class loader of its own. */
  public LoggingApplication() {}

  @Override
  public String call() {
    ClassLoader loader = LoggingApplication.class.getClassLoader();
    String running;
    try (Lease lease = Tracing.install(loader, OpenTelemetry.noop(), Settings.of(Map.of()))) {
      running = shown();
    }
    return running + ", then " + shown();
  }

  private static String shown() {
    String shown = inOwnScope() + " and " + inEntryScope();
    if (MDC.get("span_id") != null || Context.current() != Context.root()) {
      throw new AssertionError("left behind");
    }
    return shown;
  }

  private static String inOwnScope() {
    try (Scope scope = Spans.context(Spans.TRACE, Spans.SPAN).makeCurrent()) {
      return MDC.get("span_id");
    }
  }

  /** Inside, the application closes its own scopes in the wrong order. */
  private static String inEntryScope() {
    try (Scope scope = EntryScope.open(Spans.context(Spans.TRACE, Spans.CHILD))) {
      String shown = MDC.get("span_id");
      Scope first = Spans.context(Spans.TRACE, Spans.SPAN).makeCurrent();
      Scope second = Spans.context(Spans.OTHER_TRACE, Spans.SPAN).makeCurrent();
      first.close();
      second.close();
      return shown;
    }
  }
}
