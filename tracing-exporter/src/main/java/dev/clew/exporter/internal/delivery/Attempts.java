// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.SendResult.Outcome;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;

/** The boundary to a sender's code: whatever it throws becomes a result, and is logged. */
final class Attempts {

  private final Sender sender;
  private final BatchPolicy policy;
  private final Warnings warnings;
  private boolean troubled;

  Attempts(Lane lane) {
    this.sender = lane.sender;
    this.policy = lane.policy;
    this.warnings = lane.warnings;
  }

  /** Sends a batch once. */
  SendResult send(Batch batch) {
    try {
      SendResult result = sender.send(batch, policy.timeout);
      return logged(result != null ? result : SendResult.failed("it gave no result"));
    } catch (IOException | InterruptedException failed) {
      return logged(SendResult.retry(describe(failed)));
    } catch (Throwable broken) {
      warnings.warn("CLEW-0205", "threw an error; its batch is dropped", describe(broken));
      return SendResult.failed("");
    }
  }

  void close() {
    try {
      sender.close();
    } catch (Throwable broken) {
      warnings.warn("CLEW-0205", "failed to close", describe(broken));
    }
  }

  /** For any thread. */
  void abort() {
    try {
      sender.abort();
    } catch (Throwable broken) {
      warnings.warn("CLEW-0205", "failed to abort", describe(broken));
    }
  }

  private SendResult logged(SendResult result) {
    Outcome outcome = result.outcome();
    String why = result.message();
    if (outcome == Outcome.PARTIAL) {
      warnings.warn("CLEW-0204", result.rejected() + " spans were refused", why);
    } else if (outcome == Outcome.RETRY) {
      troubled |= warnings.warn("CLEW-0202", "cannot deliver, will retry", why);
    } else if (outcome == Outcome.FAILED) {
      warnings.warn("CLEW-0203", "a batch was refused", why);
    }
    if (troubled && outcome != Outcome.RETRY) {
      troubled = false;
      warnings.info("delivers again");
    }
    return result;
  }

  /** A broken exception may throw from its own methods. */
  private static String describe(Throwable broken) {
    try {
      return broken.toString();
    } catch (Throwable worse) {
      return broken.getClass().getName();
    }
  }
}
