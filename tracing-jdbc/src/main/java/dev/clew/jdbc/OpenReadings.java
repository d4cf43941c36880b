// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The queries of a connection whose spans have not ended, so that closing the connection ends them.
 * Only what is recorded gets here. Thread-safe.
 */
final class OpenReadings {

  /** {@code null} until there is one. */
  private Set<Reading> open;

  synchronized void add(Reading reading) {
    if (open == null) {
      open = Collections.newSetFromMap(new IdentityHashMap<>(4));
    }
    open.add(reading);
  }

  /** Whether it was open. */
  synchronized boolean remove(Reading reading) {
    return open != null && open.remove(reading);
  }

  void endAll() {
    for (Reading reading : all()) {
      reading.end();
    }
  }

  private synchronized List<Reading> all() {
    return open == null ? List.of() : List.copyOf(open);
  }
}
