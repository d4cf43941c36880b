// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;

/** B3 as Zipkin's tracers send it: reads both encodings, writes the one it was made for. */
enum B3Propagator implements TextMapPropagator {

  /** Writes the header b3. */
  SINGLE(List.of(B3Extractor.SINGLE)) {
    @Override
    <C> void write(SpanContext span, boolean debug, C carrier, TextMapSetter<C> setter) {
      String state = debug ? B3State.DEBUG : B3State.of(span.isSampled());
      setter.set(
          carrier, B3Extractor.SINGLE, span.getTraceId() + "-" + span.getSpanId() + "-" + state);
    }

    @Override
    <C> void write(RemoteDecision decision, C carrier, TextMapSetter<C> setter) {
      boolean debug = decision == RemoteDecision.DEBUG;
      String state = debug ? B3State.DEBUG : B3State.of(decision == RemoteDecision.ACCEPT);
      setter.set(carrier, B3Extractor.SINGLE, state);
    }
  },

  /** Writes the headers that start with X-B3-. */
  MULTI(
      List.of(B3Extractor.TRACE_ID, B3Extractor.SPAN_ID, B3Extractor.SAMPLED, B3Extractor.FLAGS)) {
    @Override
    <C> void write(SpanContext span, boolean debug, C carrier, TextMapSetter<C> setter) {
      setter.set(carrier, B3Extractor.TRACE_ID, span.getTraceId());
      setter.set(carrier, B3Extractor.SPAN_ID, span.getSpanId());
      writeState(debug, span.isSampled(), carrier, setter);
    }

    @Override
    <C> void write(RemoteDecision decision, C carrier, TextMapSetter<C> setter) {
      boolean accept = decision == RemoteDecision.ACCEPT;
      writeState(decision == RemoteDecision.DEBUG, accept, carrier, setter);
    }

    /** Debug implies that the trace is sampled, which is then not to be said as well. */
    private <C> void writeState(
        boolean debug, boolean sampled, C carrier, TextMapSetter<C> setter) {
      if (debug) {
        setter.set(carrier, B3Extractor.FLAGS, "1");
      } else {
        setter.set(carrier, B3Extractor.SAMPLED, B3State.of(sampled));
      }
    }
  };

  private final List<String> fields;

  B3Propagator(List<String> fields) {
    this.fields = fields;
  }

  abstract <C> void write(SpanContext span, boolean debug, C carrier, TextMapSetter<C> setter);

  abstract <C> void write(RemoteDecision decision, C carrier, TextMapSetter<C> setter);

  @Override
  public Collection<String> fields() {
    return fields;
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    SpanContext span = RemoteParent.from(context);
    if (span != null) {
      write(span, DebugTrace.is(context, span), carrier, setter);
    } else if (RemoteDecision.of(context) != RemoteDecision.NONE) {
      write(RemoteDecision.of(context), carrier, setter);
    }
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    return B3Extractor.extract(context, carrier, getter);
  }
}
