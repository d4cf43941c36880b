// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** A span of ours. */
sealed interface LocalSpan extends Span permits RecordingSpan, PassiveSpan {

  @Override
  ClewSpanContext getSpanContext();

  /** Where this span is current already the context stays as it is, which costs nothing. */
  @Override
  default Context storeInContext(Context context) {
    Context target = context == null ? Context.root() : context;
    return Span.fromContextOrNull(target) == this
        ? target
        : Span.super.storeInContext(SpanOnTop.of(target));
  }
}
