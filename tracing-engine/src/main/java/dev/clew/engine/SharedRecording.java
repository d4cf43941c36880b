// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.function.Consumer;

/**
 * What was recorded from the moment on that a second thread took part. The lock is held for a few
 * array accesses at most, and never while code of the application runs.
 */
final class SharedRecording {

  private final Recording recording = new Recording();
  private boolean closed;

  /** Makes a change, unless closed. */
  synchronized void apply(Consumer<Recording> change) {
    if (!closed) {
      change.accept(recording);
    }
  }

  /** What was recorded, which does not change any more. */
  synchronized Recording close() {
    closed = true;
    return recording;
  }
}
