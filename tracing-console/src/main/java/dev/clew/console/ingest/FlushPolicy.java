// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import java.time.Duration;

/**
 * When the store is to sync.
 *
 * @param spans how many spans are synced together at most
 * @param interval how long one waits at most
 */
record FlushPolicy(long spans, Duration interval) {

  boolean isDue(long written, Duration waited) {
    return written >= spans || waited.compareTo(interval) >= 0;
  }
}
