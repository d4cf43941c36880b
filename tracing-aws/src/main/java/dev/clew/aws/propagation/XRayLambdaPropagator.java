// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * X-Ray's tracing header as it reaches a function: what Lambda's runtime says of the invocation
 * beats what the event carries (OpenTelemetry, "xray-lambda"), unless a span is current already.
 * Thread-safe.
 */
final class XRayLambdaPropagator implements TextMapPropagator {

  private final XRayPropagator propagator = new XRayPropagator();
  private final Supplier<String> invocation;

  /**
   * One for a runtime.
   *
   * @param invocation the header of the invocation that is going on; {@code null} where none is
   */
  XRayLambdaPropagator(Supplier<String> invocation) {
    this.invocation = invocation;
  }

  @Override
  public Collection<String> fields() {
    return propagator.fields();
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    propagator.inject(context, carrier, setter);
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    Context carried = propagator.extract(context, carrier, getter);
    boolean within = Span.fromContext(context).getSpanContext().isValid();
    return within ? carried : XRayPropagator.extract(carried, invocation.get());
  }

  @Override
  public String toString() {
    return "xray-lambda";
  }
}
