// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.stream;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;

/**
 * The request that opened a connection, as long as the connection may need it: nothing of the
 * request itself is kept. Immutable.
 *
 * @param span the request's span; may have ended, may be invalid
 * @param carried the request's baggage, without its span
 */
public record Opening(SpanContext span, Context carried) {

  /** Of a request with an unknown span and no baggage. */
  public static final Opening UNKNOWN = new Opening(SpanContext.getInvalid(), Context.root());

  /** What is in the context of the request. */
  public static Opening of(Context request) {
    Baggage baggage = Baggage.fromContext(request);
    return new Opening(
        Span.fromContext(request).getSpanContext(),
        baggage.isEmpty() ? Context.root() : Context.root().with(baggage));
  }

  /** For what is still part of opening the connection. */
  Context asParent() {
    return span.isValid() ? carried.with(Span.wrap(span)) : carried;
  }
}
