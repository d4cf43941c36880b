// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Random ids that are not zero, as W3C Trace Context level 2 wants them. They need to be unique,
 * not secret, so the generator that costs least will do.
 */
final class Ids {

  private Ids() {}

  static long random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long id;
    do {
      id = random.nextLong();
    } while (id == 0);
    return id;
  }
}
