// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;

/** W3C Trace Context level 2: the headers traceparent and tracestate. */
final class TraceContextPropagator implements TextMapPropagator {

  private static final String TRACE_PARENT = "traceparent";
  private static final String TRACE_STATE = "tracestate";
  private static final List<String> FIELDS = List.of(TRACE_PARENT, TRACE_STATE);

  private final RemoteParentFactory factory;

  TraceContextPropagator(RemoteParentFactory factory) {
    this.factory = factory;
  }

  @Override
  public Collection<String> fields() {
    return FIELDS;
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    SpanContext span = OwnSpan.of(context);
    if (span == null) {
      return;
    }
    setter.set(carrier, TRACE_PARENT, TraceParent.format(span));
    String state = TraceStateList.header(span.getTraceState());
    if (!state.isEmpty()) {
      setter.set(carrier, TRACE_STATE, state);
    }
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    String parent = HeaderLines.only(getter, carrier, TRACE_PARENT);
    CallerIds ids = new CallerIds();
    int flags = parent == null ? -1 : TraceParent.read(parent, ids);
    if (flags < 0) {
      return context;
    }
    String state = HeaderLines.joined(getter, carrier, TRACE_STATE, TraceStateReader.MAX_LENGTH);
    return ids.into(
        context,
        factory,
        flags,
        state == null ? TraceState.getDefault() : TraceStateReader.read(state));
  }
}
