// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/**
 * What there is between start and stop of an application.
 *
 * @param withSpan {@code null} where nobody, or somebody else, looks after {@code @WithSpan}
 */
record Running(Lease lease, MethodSpans traced, MethodSpans withSpan) {

  private static final String SCOPE = "dev.clew.cdi";

  static Running of(Lease lease) {
    Tracing tracing = lease.tracing();
    Tracer tracer =
        Guard.call(
            "get a tracer",
            () -> tracer(tracing.openTelemetry()),
            OpenTelemetry.noop().getTracer(SCOPE));
    return new Running(
        lease,
        new MethodSpans(tracer, new TracedMethods(new TracedReader())),
        WithSpanBinding.isAvailable() && !tracing.isJoined()
            ? new MethodSpans(tracer, new TracedMethods(new WithSpanReader()))
            : null);
  }

  void close() {
    traced.close();
    if (withSpan != null) {
      withSpan.close();
    }
    lease.close();
  }

  private static Tracer tracer(OpenTelemetry openTelemetry) {
    String version = Running.class.getPackage().getImplementationVersion();
    return version == null
        ? openTelemetry.getTracer(SCOPE)
        : openTelemetry.getTracer(SCOPE, version);
  }
}
