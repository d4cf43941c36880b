// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Whose spans these are: the resource, and the instrumentation scopes by number. Thread-safe. */
public final class Origin {

  /** More scopes than that are a mistake (a name made up for each request, say). */
  static final int MAX_SCOPES = 4096;

  private static final byte[] NOTHING = {};

  private final Warnings warnings;
  private final Map<ByteBuffer, Integer> numbers = new HashMap<>();

  /** Replaced as a whole, so that readers need no lock. The first one is for what is too much. */
  private volatile byte[][] scopes = {NOTHING};

  private volatile byte[] resource = NOTHING;

  /** An origin of which nothing is known yet. */
  public Origin(Warnings warnings) {
    this.warnings = warnings;
  }

  /** Says whose spans these are. */
  public void resource(byte[] prefix) {
    resource = prefix;
  }

  /** The fields {@code resource} and {@code schema_url} of {@code ResourceSpans}. */
  public byte[] resource() {
    return resource;
  }

  /** The number of a scope; 0, which has no name, where there are too many. */
  public synchronized int number(byte[] prefix) {
    ByteBuffer key = ByteBuffer.wrap(prefix);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = scopes.length;
    if (number > MAX_SCOPES) {
      warnings.warn(
          "CLEW-0209", "more than " + MAX_SCOPES + " tracer names; later ones are left out", "");
      return 0;
    }
    byte[][] more = Arrays.copyOf(scopes, number + 1);
    more[number] = prefix;
    scopes = more;
    numbers.put(key, number);
    return number;
  }

  /** The fields {@code scope} and {@code schema_url} of {@code ScopeSpans}. */
  byte[] scope(int number) {
    byte[][] known = scopes;
    return number < known.length ? known[number] : NOTHING;
  }
}
