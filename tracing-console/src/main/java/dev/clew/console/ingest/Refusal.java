// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

/** A request that is not taken, with the answer to it. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean passing;

  private Refusal(int status, boolean passing, String message) {
    // No stack trace: refusing must cost less than sending does.
    super(message, null, false, false);
    this.status = status;
    this.passing = passing;
  }

  /** The request is at fault: sending it again is of no use. */
  static Refusal forGood(int status, String message) {
    return new Refusal(status, false, message);
  }

  /** The collector cannot take it now; the status is one that OTLP senders retry on. */
  static Refusal forNow(int status, String message) {
    return new Refusal(status, true, message);
  }

  int status() {
    return status;
  }

  /** Whether the sender is to come back with it. */
  boolean isForNow() {
    return passing;
  }
}
