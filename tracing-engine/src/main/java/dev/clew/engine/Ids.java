// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Random ids that are not zero, as W3C Trace Context level 2 wants them. They need to be unique,
 * not secret, so the generator that costs least will do.
 */
final class Ids {

  private Ids() {}

  static long random() {
    try {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      long id;
      do {
        id = random.nextLong();
      } while (id == 0);
      return id;
    } catch (Throwable failed) {
      // Before Java 19 it asks the application's thread for its id, who may throw.
      return new SplittableRandom().nextLong() | 1;
    }
  }
}
