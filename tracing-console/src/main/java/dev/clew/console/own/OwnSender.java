// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.own;

import dev.clew.console.ingest.Intake;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.time.Duration;

/**
 * Hands the collector's own spans to what takes everybody's: not over HTTP, which would need an
 * address, a token and trust in a certificate, and would be one more request. It never asks to be
 * called again: where there is no room, these spans go first.
 */
final class OwnSender implements Sender {

  /** Of this application, as the tracing that sends is; {@code null} before it runs and after. */
  private static volatile Intake open;

  static void open(Intake intake) {
    open = intake;
  }

  static void close(Intake intake) {
    if (open == intake) {
      open = null;
    }
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) {
    Intake intake = open;
    if (intake == null) {
      return SendResult.failed("the collector is not running");
    }
    return intake.takeOwn(batch.toByteArray(), batch.dropped())
        ? SendResult.success()
        : SendResult.failed("the log is needed for what others send");
  }
}
