// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many traces a sampler recorded, and how many it did not. Thread-safe. */
final class Counted {

  private final LongAdder sampled = new LongAdder();
  private final LongAdder skipped = new LongAdder();

  Decision count(Decision decision) {
    (decision.sampled() ? sampled : skipped).increment();
    return decision;
  }

  Map<String, Long> counts() {
    return Map.of("sampler.sampled", sampled.sum(), "sampler.skipped", skipped.sum());
  }
}
