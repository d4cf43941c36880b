// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;

/**
 * Reads a baggage header (W3C Baggage, "Header Content"). A member that is not as the grammar says
 * is dropped, the others are kept; of members with the same key the last one is kept. What lies
 * beyond {@link BaggageLimits} is not looked at, and no member is taken in part.
 */
final class BaggageReader {

  private final CharSequence text;
  private final BaggageBuilder baggage = Baggage.builder();

  private BaggageReader(CharSequence text) {
    this.text = text;
  }

  static Baggage read(CharSequence header) {
    BaggageReader reader = new BaggageReader(header);
    reader.readMembers(Math.min(header.length(), BaggageLimits.MAX_LENGTH));
    return reader.baggage.build();
  }

  private void readMembers(int end) {
    int members = 0;
    for (int from = 0; from < end && members < BaggageLimits.MAX_MEMBERS; ) {
      int to = Scan.indexOf(text, ',', from, end);
      boolean isCut = to == end && end < text.length() && text.charAt(end) != ',';
      if (!isCut && readMember(from, to)) {
        members++;
      }
      from = to + 1;
    }
  }

  private boolean readMember(int from, int to) {
    int key = Scan.skipSpace(text, from, to);
    int keyEnd = CharClass.TOKEN.end(text, key, to);
    int equals = Scan.skipSpace(text, keyEnd, to);
    if (key == keyEnd || equals == to || text.charAt(equals) != '=') {
      return false;
    }
    int value = Scan.skipSpace(text, equals + 1, to);
    int valueEnd = CharClass.BAGGAGE_OCTET.end(text, value, to);
    int semicolon = Scan.skipSpace(text, valueEnd, to);
    if (semicolon < to && text.charAt(semicolon) != ';') {
      return false;
    }
    baggage.put(
        Scan.cut(text, key, keyEnd),
        Percent.decode(text, value, valueEnd),
        metadata(semicolon + 1, to));
    return true;
  }

  private BaggageEntryMetadata metadata(int from, int to) {
    if (from >= to) {
      return BaggageEntryMetadata.empty();
    }
    StringBuilder properties = new StringBuilder(to - from);
    BaggageProperties.tidy(text, from, to, properties, Integer.MAX_VALUE);
    return properties.isEmpty()
        ? BaggageEntryMetadata.empty()
        : BaggageEntryMetadata.create(properties.toString());
  }
}
