// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import java.util.Locale;

/**
 * Baggage as Jaeger's clients send it, collected from one request: headers {@code uberctx-KEY:
 * VALUE}, and {@code jaeger-baggage: KEY=VALUE, KEY=VALUE} as people send it by hand. Within {@link
 * BaggageLimits}; keys become lower-case, as they will on the next hop: header names have no case.
 */
final class JaegerBaggage {

  static final String PREFIX = "uberctx-";
  static final String LIST_HEADER = "jaeger-baggage";

  /** What needs no encoding in a value; whoever does not decode, as some, gets these right. */
  static final CharClass PLAIN = CharClass.of("").withRange('!', '~').without("%");

  private final BaggageBuilder baggage = Baggage.builder();
  private int members;
  private int length;

  static boolean isMember(String header) {
    return header.length() > PREFIX.length()
        && header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  void add(String header, CharSequence value) {
    if (value.length() <= room()) {
      put(header.substring(PREFIX.length()), Percent.decode(value, 0, value.length()));
    }
  }

  void addList(CharSequence list) {
    int end = Math.min(list.length(), room());
    for (int from = 0; from < end; ) {
      int to = Scan.indexOf(list, ',', from, end);
      if (to < end || end == list.length()) {
        addPair(list, from, to);
      }
      from = to + 1;
    }
  }

  private void addPair(CharSequence list, int from, int to) {
    int equals = Scan.indexOf(list, '=', from, to);
    if (equals < to && Scan.indexOf(list, '=', equals + 1, to) == to) {
      int key = Scan.skipSpace(list, from, equals);
      int value = Scan.skipSpace(list, equals + 1, to);
      put(
          Scan.cut(list, key, Scan.trimEnd(list, key, equals)),
          Scan.cut(list, value, Scan.trimEnd(list, value, to)));
    }
  }

  private void put(String key, String value) {
    if (CharClass.TOKEN.hasAll(key, 0, key.length())
        && !value.isEmpty()
        && members < BaggageLimits.MAX_MEMBERS
        && key.length() + value.length() <= room()) {
      baggage.put(key.toLowerCase(Locale.ROOT), value);
      members++;
      length += key.length() + value.length();
    }
  }

  private int room() {
    return BaggageLimits.MAX_LENGTH - length;
  }

  Baggage build() {
    return baggage.build();
  }
}
