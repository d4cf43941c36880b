// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** Jaeger's own headers: uber-trace-id, and baggage in uberctx-. */
final class JaegerPropagator implements TextMapPropagator {

  private static final String TRACE_ID = "uber-trace-id";
  private static final List<String> FIELDS = List.of(TRACE_ID);

  /** More headers than any request of good will has; an endless iterator ends here. */
  private static final int MAX_HEADERS = 1024;

  private final RemoteParentFactory factory;

  JaegerPropagator(RemoteParentFactory factory) {
    this.factory = factory;
  }

  @Override
  public Collection<String> fields() {
    return FIELDS;
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    SpanContext span = OwnSpan.of(context);
    if (span != null) {
      setter.set(carrier, TRACE_ID, JaegerHeader.format(context, span));
    }
    Baggage baggage = Baggage.fromContext(context);
    if (!baggage.isEmpty()) {
      baggage.forEach(new JaegerBaggageWriter<>(carrier, setter));
    }
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    String header = getter.get(carrier, TRACE_ID);
    Context extracted = header == null ? context : JaegerHeader.extract(context, header, factory);
    Baggage baggage = baggage(carrier, getter);
    return baggage.isEmpty() ? extracted : extracted.with(baggage);
  }

  private static <C> Baggage baggage(C carrier, TextMapGetter<C> getter) {
    Iterable<String> headers = getter.keys(carrier);
    JaegerBaggage baggage = null;
    if (headers != null) {
      Iterator<String> each = headers.iterator();
      for (int i = 0; i < MAX_HEADERS && each.hasNext(); i++) {
        baggage = addTo(baggage, each.next(), carrier, getter);
      }
    }
    return baggage == null ? Baggage.empty() : baggage.build();
  }

  private static <C> JaegerBaggage addTo(
      JaegerBaggage soFar, String header, C carrier, TextMapGetter<C> getter) {
    boolean isMember = header != null && JaegerBaggage.isMember(header);
    if (!isMember && !JaegerBaggage.LIST_HEADER.equalsIgnoreCase(header)) {
      return soFar;
    }
    String value = getter.get(carrier, header);
    JaegerBaggage baggage = soFar == null ? new JaegerBaggage() : soFar;
    if (value != null && isMember) {
      baggage.add(header, value);
    } else if (value != null) {
      baggage.addList(value);
    }
    return baggage;
  }
}
