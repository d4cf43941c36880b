// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.function.BiConsumer;

/**
 * Writes each baggage entry into a header of its own, within {@link BaggageLimits}. An entry whose
 * key cannot be part of a header's name is left out.
 */
final class JaegerBaggageWriter<C> implements BiConsumer<String, BaggageEntry> {

  private final C carrier;
  private final TextMapSetter<C> setter;
  private int tried;
  private int length;

  JaegerBaggageWriter(C carrier, TextMapSetter<C> setter) {
    this.carrier = carrier;
    this.setter = setter;
  }

  @Override
  public void accept(String key, BaggageEntry entry) {
    if (tried == BaggageLimits.MAX_MEMBERS || !CharClass.TOKEN.hasAll(key, 0, key.length())) {
      return;
    }
    tried++;
    String value = entry.getValue();
    int room = BaggageLimits.MAX_LENGTH - length - key.length();
    StringBuilder encoded = new StringBuilder(Math.min(value.length(), Math.max(room, 0)) + 8);
    if (!value.isEmpty()
        && Percent.encode(value, 0, value.length(), JaegerBaggage.PLAIN, encoded, room)) {
      length += key.length() + encoded.length();
      setter.set(carrier, JaegerBaggage.PREFIX + key, encoded.toString());
    }
  }
}
