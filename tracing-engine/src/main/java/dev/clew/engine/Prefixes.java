// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.Map;

/**
 * The parts of an OTLP request around the spans, as {@link dev.clew.api.spi.SpanSink} wants them.
 */
final class Prefixes {

  private static final int CAPACITY = 512;

  private Prefixes() {}

  /** The fields {@code resource} and {@code schema_url} of a {@code ResourceSpans} message. */
  static byte[] resource(Map<String, Object> attributes, String schemaUrl) {
    ProtoWriter out = new ProtoWriter(CAPACITY);
    optional(out, 3, schemaUrl);
    int mark = out.length();
    Object[] slots = null;
    for (Map.Entry<String, Object> entry : attributes.entrySet()) {
      Object value = AttributeValues.of(entry.getValue(), Integer.MAX_VALUE);
      slots = Slots.put(slots, entry.getKey(), value, attributes.size());
    }
    KnownTexts keys = new KnownTexts(AttributeEncoder.KEY, 1);
    AttributeEncoder encoder = new AttributeEncoder(out, keys, new KnownAttributes());
    encoder.write(1, slots, attributes.size(), Integer.MAX_VALUE);
    out.message(1, mark);
    return out.toByteArray();
  }

  /** The fields {@code scope} and {@code schema_url} of a {@code ScopeSpans} message. */
  static byte[] scope(Scope scope) {
    ProtoWriter out = new ProtoWriter(CAPACITY);
    optional(out, 3, scope.schemaUrl());
    int mark = out.length();
    optional(out, 2, scope.version());
    optional(out, 1, scope.name());
    out.message(1, mark);
    return out.toByteArray();
  }

  private static void optional(ProtoWriter out, int field, String text) {
    if (!text.isEmpty()) {
      out.string(field, text, Integer.MAX_VALUE);
    }
  }
}
