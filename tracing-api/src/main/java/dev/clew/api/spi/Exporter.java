// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

import java.time.Duration;
import java.util.Map;

/** The shared exporter of one application. Thread-safe; nothing here throws. */
public interface Exporter extends SpanSink {

  /**
   * Sends all that was taken before the call.
   *
   * @return whether every sender had it acknowledged (or gave it up, which is counted) in time
   */
  boolean flush(Duration timeout);

  /**
   * Flushes, then stops every thread and closes every file. Spans offered later are refused and
   * counted. Calling it again does nothing.
   *
   * @return as {@link #flush}
   */
  boolean shutdown(Duration timeout);

  /**
   * What happened to the spans so far, for people and tests: {@code accepted}, {@code refused}, and
   * for each sender {@code <sender>.sent}, {@code <sender>.retried}, {@code <sender>.dropped},
   * {@code <sender>.pending}; where spans outlive the process also {@code <sender>.replayed}, those
   * of earlier runs, and {@code <sender>.kept}, those left for a later one; and what the engine
   * counts. Once nothing is under way, accepted + replayed = sent + dropped + pending + kept. A
   * snapshot.
   */
  Map<String, Long> counts();
}
