// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;

/** B3 as Zipkin's tracers send it: reads both encodings, writes one. */
final class B3Propagator implements TextMapPropagator {

  private final B3Encoding encoding;
  private final B3Extractor extractor;

  private B3Propagator(B3Encoding encoding, RemoteParentFactory factory) {
    this.encoding = encoding;
    this.extractor = new B3Extractor(factory);
  }

  static B3Propagator single(RemoteParentFactory factory) {
    return new B3Propagator(B3Encoding.SINGLE, factory);
  }

  static B3Propagator multi(RemoteParentFactory factory) {
    return new B3Propagator(B3Encoding.MULTI, factory);
  }

  @Override
  public Collection<String> fields() {
    return encoding.fields;
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    SpanContext span = OwnSpan.of(context);
    if (span != null) {
      encoding.write(span, DebugTrace.is(context, span), carrier, setter);
      return;
    }
    RemoteDecision decision = RemoteDecision.of(context);
    if (decision != RemoteDecision.NONE) {
      boolean debug = decision == RemoteDecision.DEBUG;
      encoding.writeState(debug, decision == RemoteDecision.ACCEPT, carrier, setter);
    }
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    return extractor.extract(context, carrier, getter);
  }
}
