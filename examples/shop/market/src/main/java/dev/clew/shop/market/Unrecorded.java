// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** For what the service needs before it can begin, and nobody wants to look at. */
final class Unrecorded {

  /** As if it belonged to a trace that nobody records. */
  static final Context CONTEXT =
      Context.root()
          .with(
              Span.wrap(
                  SpanContext.create(
                      "1".repeat(32),
                      "1".repeat(16),
                      TraceFlags.getDefault(),
                      TraceState.getDefault())));

  private Unrecorded() {}
}
