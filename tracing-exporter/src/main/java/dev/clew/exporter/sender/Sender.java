// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import java.io.IOException;
import java.time.Duration;

/**
 * Takes batches somewhere. {@link #send} and {@link #close} are called by one thread, the sender's
 * own; {@link #abort} by any. A sender starts no thread, and keeps no batch after it returned.
 */
public interface Sender extends AutoCloseable {

  /**
   * Sends a batch, once; the exporter decides whether to try again. A batch that is tried again is
   * the same instance, and no other is sent in between.
   *
   * @param timeout how long this may take at most
   * @return what became of it
   * @throws IOException where trying again later makes sense, as {@link SendResult#retry}
   * @throws InterruptedException where the thread was interrupted, which stops it
   */
  SendResult send(Batch batch, Duration timeout) throws IOException, InterruptedException;

  /** Where it sends to, for the log: without secrets; empty where its name says all. */
  default String target() {
    return "";
  }

  /** Makes a {@link #send} that is under way return soon; it is called before a forced stop. */
  default void abort() {}

  /** Gives back what it holds. Called once, after the last {@link #send}. */
  @Override
  default void close() throws IOException {}
}
