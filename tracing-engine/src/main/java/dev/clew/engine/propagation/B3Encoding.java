// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.List;

/** The two ways to write B3. */
enum B3Encoding {

  /** The header b3. */
  SINGLE(List.of(B3Extractor.SINGLE)),

  /** The headers that start with X-B3-. */
  MULTI(List.of(B3Extractor.TRACE_ID, B3Extractor.SPAN_ID, B3Extractor.SAMPLED, B3Extractor.FLAGS));

  /** The headers that may be written. */
  final List<String> fields;

  B3Encoding(List<String> fields) {
    this.fields = fields;
  }

  <C> void write(SpanContext span, boolean debug, C carrier, TextMapSetter<C> setter) {
    if (this == SINGLE) {
      String ids = span.getTraceId() + "-" + span.getSpanId() + "-";
      setter.set(carrier, B3Extractor.SINGLE, ids + B3State.of(debug, span.isSampled()));
    } else {
      setter.set(carrier, B3Extractor.TRACE_ID, span.getTraceId());
      setter.set(carrier, B3Extractor.SPAN_ID, span.getSpanId());
      writeState(debug, span.isSampled(), carrier, setter);
    }
  }

  /**
   * Writes a decision without ids. Debug implies that the trace is sampled, which is then not to be
   * said as well.
   */
  <C> void writeState(boolean debug, boolean sampled, C carrier, TextMapSetter<C> setter) {
    if (this == SINGLE) {
      setter.set(carrier, B3Extractor.SINGLE, B3State.of(debug, sampled));
    } else if (debug) {
      setter.set(carrier, B3Extractor.FLAGS, B3Extractor.DEBUG_FLAG);
    } else {
      setter.set(carrier, B3Extractor.SAMPLED, B3State.of(false, sampled));
    }
  }
}
