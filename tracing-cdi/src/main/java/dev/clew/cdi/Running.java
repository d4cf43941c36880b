// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import dev.clew.instrument.logs.LogCorrelation;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/**
 * What there is between start and stop of an application.
 *
 * @param withSpan {@code null} where nobody, or somebody else, looks after {@code @WithSpan}
 * @param timers {@code null} where they are not to be traced
 * @param carries whether asynchronous methods are to get the context of their caller
 */
record Running(
    Lease lease, MethodSpans traced, MethodSpans withSpan, MethodSpans timers, boolean carries) {

  private static final String SCOPE = "dev.clew.cdi";

  static Running of(Lease lease, boolean hasAsynchronous) {
    Tracing tracing = lease.tracing();
    Tracer tracer = tracer(tracing.openTelemetry());
    boolean withSpan = WithSpanBinding.isAvailable() && !tracing.isJoined();
    if (hasAsynchronous) {
      LogCorrelation.carry(true);
    }
    boolean timers = tracing.settings().get(CdiOptions.TIMERS_ENABLED);
    return new Running(
        lease,
        spans(tracer, new TracedReader()),
        withSpan ? spans(tracer, new WithSpanReader()) : null,
        timers ? spans(tracer, new TimerReader(withSpan)) : null,
        hasAsynchronous);
  }

  void close() {
    traced.close();
    if (withSpan != null) {
      withSpan.close();
    }
    if (carries) {
      LogCorrelation.carry(false);
    }
    lease.close();
  }

  private static MethodSpans spans(Tracer tracer, MethodReader reader) {
    return new MethodSpans(tracer, new TracedMethods(reader));
  }

  private static Tracer tracer(OpenTelemetry openTelemetry) {
    String version = Running.class.getPackage().getImplementationVersion();
    try {
      return version == null
          ? openTelemetry.getTracer(SCOPE)
          : openTelemetry.getTracer(SCOPE, version);
    } catch (Throwable failure) {
      Guard.failed("get a tracer", failure);
      return OpenTelemetry.noop().getTracer(SCOPE);
    }
  }
}
