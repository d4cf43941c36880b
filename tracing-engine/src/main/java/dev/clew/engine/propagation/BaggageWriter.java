// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntry;
import java.util.function.BiConsumer;

/**
 * Writes a baggage header. An entry whose key is no token cannot be written and is left out, as is
 * one that has no room left within {@link BaggageLimits}; entries behind it may still have.
 */
final class BaggageWriter implements BiConsumer<String, BaggageEntry> {

  /**
   * What needs no encoding in a value. Equals signs need none by the grammar, but many readers
   * split at every one of them.
   */
  private static final CharClass PLAIN = CharClass.BAGGAGE_OCTET.without("%=");

  /** Bounds the work for entries that do not fit. */
  private static final int MAX_LEFT_OUT = 64;

  private final StringBuilder header = new StringBuilder(128);
  private int written;
  private int leftOut;

  private BaggageWriter() {}

  /** The header; empty where nothing of the baggage can be written. */
  static String write(Baggage baggage) {
    BaggageWriter writer = new BaggageWriter();
    baggage.forEach(writer);
    return writer.header.toString();
  }

  @Override
  public void accept(String key, BaggageEntry entry) {
    if (written == BaggageLimits.MAX_MEMBERS || leftOut == MAX_LEFT_OUT) {
      return;
    }
    int start = header.length();
    if (append(key, entry.getValue(), entry.getMetadata().getValue())) {
      written++;
    } else {
      header.setLength(start);
      leftOut++;
    }
  }

  private boolean append(String key, String value, String metadata) {
    int room = BaggageLimits.MAX_LENGTH - header.length();
    if (key.length() > room || value.length() > room || metadata.length() > room) {
      return false;
    }
    return CharClass.TOKEN.hasAll(key, 0, key.length())
        && appendValue(key, value)
        && appendMetadata(metadata);
  }

  private boolean appendValue(String key, String value) {
    header.append(written > 0 ? "," : "").append(key).append('=');
    return Percent.encode(value, 0, value.length(), PLAIN, header, BaggageLimits.MAX_LENGTH);
  }

  private boolean appendMetadata(String metadata) {
    int beforeSemicolon = header.length();
    header.append(';');
    boolean fits =
        BaggageProperties.tidy(metadata, 0, metadata.length(), header, BaggageLimits.MAX_LENGTH);
    if (header.length() == beforeSemicolon + 1) {
      header.setLength(beforeSemicolon);
      return true;
    }
    return fits;
  }
}
