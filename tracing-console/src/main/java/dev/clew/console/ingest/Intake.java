// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import dev.clew.console.log.WriteAheadLog;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.tail.Tail;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens the log and runs the feeder, from the start of the application to its end. */
@ApplicationScoped
public class Intake {

  @Inject Settings settings;
  @Inject SpanWriter store;
  @Inject Tail tail;
  @Inject PrometheusRegistry registry;

  private WriteAheadLog log;
  private Senders senders;
  private Ingest ingest;
  private Feeder feeder;
  private Thread thread;

  void start(@Observes @Initialized(ApplicationScoped.class) Object started) throws IOException {
    Path directory = Path.of(settings.get(ConsoleOptions.DIRECTORY), "log");
    log =
        WriteAheadLog.open(
            directory,
            settings.get(ConsoleOptions.LOG_SIZE),
            settings.get(ConsoleOptions.LOG_SYNC));
    IngestMetrics metrics = new IngestMetrics(registry, log);
    senders = new Senders(registry);
    ingest = new Ingest(settings, log, metrics, senders);
    FlushPolicy policy =
        new FlushPolicy(
            settings.get(ConsoleOptions.FLUSH_SPANS), settings.get(ConsoleOptions.FLUSH_INTERVAL));
    feeder = new Feeder(log, store, tail::arrived, metrics, policy, System::nanoTime);
    thread = new Thread(feeder, "clew-console-feeder");
    thread.start();
  }

  /** Before anything is destroyed, because the feeder needs the store to the last. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping)
      throws IOException, InterruptedException {
    if (thread == null) {
      return;
    }
    feeder.stop();
    thread.join();
    log.close();
  }

  /** Whether requests can be taken: the feeder runs, and there is room. */
  public boolean isReady() {
    return thread != null && thread.isAlive() && !log.isFull();
  }

  /** What came in so far. */
  public Received received() {
    return ingest.received();
  }

  /** What senders say that they have lost, those who lost most first. */
  public List<Loss> losses() {
    return senders.losses.known();
  }

  /** How much each service sends at present, by name. */
  public List<Flow> flows() {
    return senders.flows.now();
  }

  /**
   * Takes spans of the collector itself, if there is more room than others are likely to need.
   *
   * @param request an {@code ExportTraceServiceRequest}
   * @param dropped how many of its own spans were lost so far
   * @return whether they are in the log
   */
  public boolean takeOwn(byte[] request, long dropped) {
    return ingest != null && ingest.takeOwn(request, dropped);
  }

  Ingest ingest() {
    return ingest;
  }
}
