// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.api.config.Printable;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.store.StoreException;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes as the sender {@code dynamodb} does, by that sender: what was written before changes
 * nothing. All that is written is there at once, so there is nothing to sync.
 */
final class DynamoWriter implements SpanWriter, AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Sender sender;

  DynamoWriter(Sender sender) {
    this.sender = sender;
  }

  @Override
  public void write(List<KeptSpan> spans) throws StoreException {
    for (Batch batch : Batches.of(spans)) {
      try {
        report(sender.send(batch, PATIENCE));
      } catch (IOException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        throw new StoreException(
            "spans could not be written: %s (%s)"
                .formatted(Advice.of(cause), Printable.of(failed.getMessage(), 200)),
            failed);
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        throw new StoreException("the collector ends", ending);
      }
    }
  }

  private static void report(SendResult result) {
    if (result.rejected() > 0) {
      LOGGER.log(
          Level.WARNING,
          "CLEW-0841: DynamoDB has refused {0} spans for good: {1}",
          new Object[] {result.rejected(), Printable.of(result.message(), 200)});
    }
  }

  @Override
  public void sync() {}

  @Override
  public void close() {
    try {
      sender.close();
    } catch (IOException failed) {
      LOGGER.log(Level.FINE, "connections to DynamoDB did not end cleanly", failed);
    }
  }
}
