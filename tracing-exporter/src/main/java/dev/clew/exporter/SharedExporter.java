// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import dev.clew.api.config.Printable;
import dev.clew.api.spi.Exporter;
import dev.clew.exporter.internal.delivery.Backoff;
import dev.clew.exporter.internal.delivery.BatchPolicy;
import dev.clew.exporter.internal.delivery.Lane;
import dev.clew.exporter.internal.delivery.Origin;
import dev.clew.exporter.internal.delivery.SenderThread;
import dev.clew.exporter.internal.delivery.Warnings;
import dev.clew.exporter.internal.journal.Cursor;
import dev.clew.exporter.internal.journal.Journal;
import dev.clew.exporter.internal.spool.Spool;
import dev.clew.exporter.internal.spool.SpoolFile;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One journal, and one thread for each sender that reads it. */
final class SharedExporter implements Exporter {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  /** Four to the smallest journal; small enough not to be a humongous object of G1. */
  private static final int SEGMENT_BYTES = 256 << 10;

  private static final int MAX_SPAN_BYTES = 128 << 10;

  /** How long threads that were told to stop may take before they are left to themselves. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Journal journal;
  private final long bytes;
  private final String directory;
  private final Warnings warnings = new Warnings("exporter");
  private final Origin origin = new Origin(warnings);
  private final Progress progress = new Progress();
  private final Management management = new Management(this::counts);
  private final LongAdder broken = new LongAdder();
  private final List<SenderThread> threads;
  private volatile Supplier<Map<String, Long>> engine = Map::of;
  private SpoolFile file;
  private long replayed;
  private long lost;
  private boolean started;
  private Boolean shutdown;

  /**
   * An exporter that waits to be started.
   *
   * @param bytes how much of spans the journal keeps
   * @param directory where it keeps them, once the service is known; empty for memory
   */
  SharedExporter(
      long bytes,
      String directory,
      BatchPolicy policy,
      Backoff backoff,
      Map<String, Sender> senders) {
    List<SenderThread> made = new ArrayList<>();
    this.bytes = senders.isEmpty() ? 0 : bytes;
    this.directory = senders.isEmpty() ? "" : directory;
    this.journal = new Journal(this.bytes, SEGMENT_BYTES, () -> made.forEach(SenderThread::wake));
    senders.forEach(
        (name, sender) -> {
          Warnings warnings = new Warnings("sender " + name + target(sender));
          warnings.info("started");
          made.add(
              new SenderThread(
                  new Lane(
                      name, sender, journal, origin, policy, backoff, warnings, progress::made)));
        });
    this.threads = made;
  }

  private static String target(Sender sender) {
    try {
      String target = sender.target();
      return target.isEmpty() ? "" : " to " + Printable.of(target, 300);
    } catch (Throwable broken) {
      // It may be an application's; what is missing is a word in the log.
      return "";
    }
  }

  /** Starts its threads; where it has a directory, the service has to be known first. */
  void start() {
    if (directory.isEmpty()) {
      threads.forEach(SenderThread::start);
    }
  }

  @Override
  public void resource(byte[] resourcePrefix) {
    String service = ServiceName.of(resourcePrefix);
    if (!directory.isEmpty()) {
      startWithFile(service);
    }
    origin.resource(resourcePrefix);
    management.register(service);
  }

  private synchronized void startWithFile(String service) {
    if (started || shutdown != null) {
      return;
    }
    started = true;
    Map<String, Cursor> cursors = new LinkedHashMap<>();
    threads.forEach(thread -> cursors.put(thread.name(), thread.cursor()));
    try {
      Spool spool = new Spool(Path.of(directory), service, warnings);
      file = spool.open(journal, bytes, origin, cursors);
      lost = spool.lost();
      replayed = journal.end();
      if (replayed > 0) {
        warnings.info("takes over " + replayed + " spans that an earlier run has left");
      }
    } catch (IOException | RuntimeException | Error failed) {
      warnings.warn(
          "CLEW-0214",
          ExporterOptions.JOURNAL_DIRECTORY.key() + " cannot be used, spans are kept in memory",
          failed.toString());
    }
    threads.forEach(SenderThread::start);
  }

  @Override
  public int scope(byte[] scopePrefix) {
    return origin.number(scopePrefix);
  }

  @Override
  public void show(Supplier<Map<String, Long>> counts) {
    engine = counts;
  }

  @Override
  public long cpuNanos() {
    return threads.stream().mapToLong(SenderThread::cpuNanos).sum();
  }

  @Override
  public int maxSpanBytes() {
    return MAX_SPAN_BYTES;
  }

  @Override
  public boolean offer(int scope, byte[] bytes, int offset, int length) {
    try {
      return length <= MAX_SPAN_BYTES
          ? journal.offer(scope, bytes, offset, length)
          : journal.refuse();
    } catch (Throwable unexpected) {
      broken.increment();
      return false;
    }
  }

  @Override
  public boolean flush(Duration timeout) {
    long end = journal.end();
    threads.forEach(thread -> thread.flush(end));
    return progress.await(timeout, () -> threads.stream().allMatch(t -> t.hasSettled(end)));
  }

  @Override
  public synchronized boolean shutdown(Duration timeout) {
    if (shutdown == null) {
      journal.close();
      shutdown = flush(timeout);
      stopThreads();
      management.unregister();
      log();
    }
    return shutdown;
  }

  private void stopThreads() {
    threads.forEach(SenderThread::stop);
    if (!shutdown) {
      threads.forEach(SenderThread::interrupt);
    }
    long end = System.nanoTime() + GRACE.toNanos();
    threads.forEach(thread -> thread.join(end - System.nanoTime()));
    boolean keep = false;
    for (SenderThread thread : threads) {
      thread.abandon(file != null);
      keep |= thread.kept() > 0;
    }
    if (file != null) {
      file.close(keep);
    }
  }

  private void log() {
    try {
      LOGGER.log(
          Level.INFO,
          () -> "spans of " + Printable.of(management.application(), 100) + ": " + counts());
    } catch (RuntimeException handlerFailed) {
      // Shutting down goes on without the line.
    }
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("accepted", journal.end() - replayed);
    counts.put("refused", journal.refused() + broken.sum());
    for (SenderThread thread : threads) {
      counts.put(thread.name() + ".sent", thread.sent());
      counts.put(thread.name() + ".retried", thread.retried());
      counts.put(thread.name() + ".dropped", thread.dropped());
      counts.put(thread.name() + ".pending", thread.pending());
      if (file != null) {
        counts.put(thread.name() + ".replayed", thread.cursor().upTo(replayed));
        counts.put(thread.name() + ".kept", thread.kept());
      }
    }
    if (file != null) {
      counts.put("lost", lost);
    }
    counts.putAll(engine.get());
    return counts;
  }
}
