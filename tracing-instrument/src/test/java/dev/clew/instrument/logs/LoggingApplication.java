// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import dev.clew.api.config.Settings;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/** Makes a span current as any code may, while tracing runs and after it has stopped. */
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
    Context context = Spans.context(Spans.TRACE, Spans.SPAN);
    try (Scope scope = context.makeCurrent()) {
      return MDC.get("span_id");
    } finally {
      if (MDC.get("span_id") != null) {
        throw new AssertionError("left behind");
      }
    }
  }
}
