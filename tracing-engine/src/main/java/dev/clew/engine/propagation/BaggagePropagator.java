// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;

/** W3C Baggage: the header baggage. */
final class BaggagePropagator implements TextMapPropagator {

  private static final String BAGGAGE = "baggage";
  private static final List<String> FIELDS = List.of(BAGGAGE);

  @Override
  public Collection<String> fields() {
    return FIELDS;
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    Baggage baggage = Baggage.fromContext(context);
    if (baggage.isEmpty()) {
      return;
    }
    String header = BaggageWriter.write(baggage);
    if (!header.isEmpty()) {
      setter.set(carrier, BAGGAGE, header);
    }
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    String header = HeaderLines.joined(getter, carrier, BAGGAGE, BaggageLimits.MAX_LENGTH);
    Baggage baggage = header == null ? Baggage.empty() : BaggageReader.read(header);
    return baggage.isEmpty() ? context : context.with(baggage);
  }
}
