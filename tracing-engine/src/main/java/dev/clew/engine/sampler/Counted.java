// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** How often a sampler decided what. Thread-safe. */
public final class Counted {

  private final String[] names;
  private final LongAdder[] counts;

  /** Counts of these names, which show with {@code sampler.} before them. */
  public Counted(String... names) {
    this.names = names;
    this.counts = new LongAdder[names.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /** A count for traces that are recorded, and one for those that are not. */
  static Counted decisions() {
    return new Counted("sampled", "skipped");
  }

  /** Counts one of {@link #decisions}. */
  Decision count(Decision decision) {
    add(decision.sampled() ? 0 : 1, 1);
    return decision;
  }

  /** Adds to a count, by the place of its name. */
  public void add(int count, long more) {
    counts[count].add(more);
  }

  /** All of them, as {@link Sampler#counts} gives them. */
  public Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      all.put("sampler." + names[i], counts[i].sum());
    }
    return all;
  }
}
