// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.api.config.Printable;
import dev.clew.console.log.Position;
import dev.clew.console.log.Record;
import dev.clew.console.log.WriteAheadLog;
import dev.clew.console.otlp.Encoding;
import dev.clew.console.otlp.MalformedException;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what is in the log to the store, beginning with what an earlier process has left there.
 * Records are released once the store has synced them; after a failure of the store it begins again
 * with the first that is not. One thread runs it.
 */
final class Feeder implements Runnable {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");
  private static final Duration PAUSE = Duration.ofMillis(500);

  private enum Step {
    BUSY,
    IDLE,
    FAILED
  }

  private final WriteAheadLog log;
  private final SpanWriter store;
  private final Consumer<List<KeptSpan>> stored;
  private final IngestMetrics metrics;
  private final FlushPolicy policy;
  private final LongSupplier nanoTime;

  private final CountDownLatch stop = new CountDownLatch(1);

  private Position released;
  private Position read;
  private long unsynced;
  private long since;
  private boolean failing;

  /**
   * @param stored told what readers can see from now on; throws nothing
   */
  Feeder(
      WriteAheadLog log,
      SpanWriter store,
      Consumer<List<KeptSpan>> stored,
      IngestMetrics metrics,
      FlushPolicy policy,
      LongSupplier nanoTime) {
    this.log = log;
    this.store = store;
    this.stored = stored;
    this.metrics = metrics;
    this.policy = policy;
    this.nanoTime = nanoTime;
    this.released = log.start();
    this.read = released;
  }

  /** Has {@link #run} return when all that is in the log now is stored, or cannot be. */
  void stop() {
    stop.countDown();
  }

  @Override
  public void run() {
    try {
      boolean stopping;
      Step step;
      do {
        stopping = stop.getCount() == 0;
        step = step(stopping);
        if (step == Step.FAILED && stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } while (step != Step.IDLE || !stopping);
    } catch (InterruptedException ending) {
      // What is not stored is in the log, and the next process begins with it.
      Thread.currentThread().interrupt();
    }
  }

  /** Stores a record, or syncs, or both. */
  private Step step(boolean stopping) throws InterruptedException {
    try {
      Record record = log.next(read, stopping ? Duration.ZERO : PAUSE);
      if (record != null) {
        store(record);
      }
      if (unsynced > 0 && (record == null && stopping || policy.isDue(unsynced, waited()))) {
        sync();
      }
      return record == null ? Step.IDLE : Step.BUSY;
    } catch (InterruptedException ending) {
      throw ending;
    } catch (Exception | LinkageError | OutOfMemoryError failed) {
      failed(failed);
      return Step.FAILED;
    }
  }

  private void store(Record record) throws StoreException {
    List<KeptSpan> spans = spans(record);
    store.write(spans);
    metrics.stored(spans.size());
    stored.accept(spans);
    if (unsynced == 0) {
      since = nanoTime.getAsLong();
    }
    unsynced += Math.max(1, spans.size());
    read = record.end();
  }

  private Duration waited() {
    return Duration.ofNanos(nanoTime.getAsLong() - since);
  }

  private void sync() throws StoreException, IOException {
    store.sync();
    unsynced = 0;
    failing = false;
    released = read;
    log.release(released);
  }

  private void failed(Throwable failure) {
    read = released;
    unsynced = 0;
    LOGGER.log(
        failing ? Level.FINE : Level.WARNING,
        "CLEW-0811: the store does not take spans; they wait in the log: "
            + Printable.of(String.valueOf(failure), 200),
        failure);
    failing = true;
  }

  /** What was appended was read before, so only another version's log can be at fault. */
  private static List<KeptSpan> spans(Record record) {
    try {
      return KeptSpan.of(Encoding.PROTOBUF.read(record.payload()).getResourceSpansList());
    } catch (MalformedException foreign) {
      LOGGER.log(Level.WARNING, "CLEW-0812: a record of the log is left out", foreign);
      return List.of();
    }
  }
}
