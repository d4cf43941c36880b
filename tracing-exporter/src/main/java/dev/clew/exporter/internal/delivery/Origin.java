// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Storage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose spans these are: the resource, and the instrumentation scopes by number. Scopes of earlier
 * runs have the resource of their run. Thread-safe.
 */
public final class Origin {

  /** Where it is written down. Called by one thread at a time, in the order of the numbers. */
  public interface Book {

    /** Notes this run's resource. */
    void resource(byte[] prefix);

    /**
     * Notes the next scope of this run.
     *
     * @return whether there was room
     */
    boolean scope(byte[] prefix);
  }

  /** More scopes than that are a mistake (a name made up for each request, say). */
  static final int MAX_SCOPES = 4096;

  private static final byte[] NOTHING = {};

  private final Warnings warnings;
  private final Map<ByteBuffer, Integer> numbers = new HashMap<>();

  /** Replaced as a whole, so that readers need no lock. The first one is for what is too much. */
  private volatile byte[][] scopes = {NOTHING};

  /** The resources of earlier runs, for the scopes that come first; set before anybody reads. */
  private byte[][] earlier = {null};

  private Book book;

  private volatile byte[] resource = NOTHING;

  /** An origin of which nothing is known yet. */
  public Origin(Warnings warnings) {
    this.warnings = warnings;
  }

  /** Writes down what it is told. */
  public synchronized void writeTo(Book place) {
    for (int i = 1; i < scopes.length; i++) {
      place.scope(scopes[i]);
    }
    book = place;
  }

  /** Says whose spans these are. */
  public synchronized void resource(byte[] prefix) {
    if (book != null) {
      book.resource(prefix);
    }
    resource = prefix;
  }

  /** The fields {@code resource} and {@code schema_url} of {@code ResourceSpans}. */
  byte[] resource(int scope) {
    byte[] its = scope < earlier.length ? earlier[scope] : null;
    return its != null ? its : resource;
  }

  /**
   * A scope of an earlier run; none of this run may be known yet.
   *
   * @return its number
   */
  public synchronized int adopt(byte[] itsResource, byte[] prefix) {
    int number = add(prefix);
    earlier = Arrays.copyOf(earlier, number + 1);
    earlier[number] = itsResource;
    return number;
  }

  /** The number of a scope; 0, which has no name, where there are too many. */
  public synchronized int number(byte[] prefix) {
    ByteBuffer key = ByteBuffer.wrap(prefix);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int limit = Math.min(earlier.length + MAX_SCOPES, Storage.MAX_SCOPE);
    if (scopes.length >= limit || book != null && !book.scope(prefix)) {
      warnings.warn("CLEW-0209", "too many tracer names; later ones are left out", "");
      return 0;
    }
    int number = add(prefix);
    numbers.put(key, number);
    return number;
  }

  private int add(byte[] prefix) {
    int number = scopes.length;
    byte[][] more = Arrays.copyOf(scopes, number + 1);
    more[number] = prefix;
    scopes = more;
    return number;
  }

  /** The fields {@code scope} and {@code schema_url} of {@code ScopeSpans}. */
  byte[] scope(int number) {
    byte[][] known = scopes;
    return number < known.length ? known[number] : NOTHING;
  }
}
