// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import java.util.Comparator;

/** One step as called by another one. */
record Call(Step caller, Step called) implements Comparable<Call> {

  private static final Comparator<Call> ORDER =
      Comparator.comparing(Call::caller).thenComparing(Call::called);

  @Override
  public int compareTo(Call other) {
    return ORDER.compare(this, other);
  }
}
