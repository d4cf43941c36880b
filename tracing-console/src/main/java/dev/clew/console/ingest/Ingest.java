// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import dev.clew.console.log.LogFullException;
import dev.clew.console.log.WriteAheadLog;
import dev.clew.console.otlp.Encoding;
import dev.clew.console.otlp.MalformedException;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes requests: what it has returned an answer for is in the log. Safe for use by several
 * threads.
 */
final class Ingest {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");

  private final WriteAheadLog log;
  private final BodyReader bodies;
  private final Budget requests;
  private final IngestMetrics metrics;
  private final Senders senders;
  private final AtomicBoolean failing = new AtomicBoolean();

  Ingest(Settings settings, WriteAheadLog log, IngestMetrics metrics, Senders senders) {
    this.senders = senders;
    this.log = log;
    this.metrics = metrics;
    this.requests = new Budget(settings.get(ConsoleOptions.REQUESTS));
    this.bodies =
        new BodyReader(
            settings.get(ConsoleOptions.REQUEST_SIZE),
            settings.get(ConsoleOptions.REQUEST_TIMEOUT),
            new Budget(settings.get(ConsoleOptions.REQUEST_MEMORY)),
            System::nanoTime);
  }

  /**
   * Takes a request.
   *
   * @param packing as in {@code Content-Encoding}; may be {@code null}
   * @param dropped how many spans the sender has lost so far
   */
  ExportTraceServiceResponse take(InputStream body, String packing, Encoding encoding, long dropped)
      throws Refusal {
    if (!requests.take(1)) {
      throw Refusal.forNow(429, "too many requests at once");
    }
    try {
      return take(bodies.read(body, packing), encoding, dropped);
    } finally {
      requests.giveBack(1);
    }
  }

  private ExportTraceServiceResponse take(byte[] body, Encoding encoding, long dropped)
      throws Refusal {
    Screening screening;
    try {
      screening = Screening.of(encoding.read(body));
    } catch (MalformedException malformed) {
      throw Refusal.forGood(400, malformed.getMessage());
    }
    if (screening.kept() > 0) {
      boolean asSent = encoding == Encoding.PROTOBUF && screening.refused() == 0;
      append(asSent ? body : screening.request().toByteArray());
    }
    metrics.received(screening);
    senders.sent(screening.request(), body.length, dropped);
    return answer(screening.refused());
  }

  /** As {@link Intake#takeOwn}. */
  boolean takeOwn(byte[] request, long dropped) {
    try {
      if (log.waiting() <= log.limit() / 2) {
        take(request, Encoding.PROTOBUF, dropped);
        return true;
      }
    } catch (Refusal others) {
      // Whoever sends next is told the same.
    }
    return false;
  }

  private void append(byte[] record) throws Refusal {
    try {
      log.append(record);
      failing.set(false);
    } catch (LogFullException full) {
      throw Refusal.forNow(429, full.getMessage());
    } catch (IOException failed) {
      if (!failing.getAndSet(true)) {
        LOGGER.log(
            Level.WARNING,
            "CLEW-0810: requests are refused, because the log cannot be written: "
                + Printable.of(failed.getMessage(), 200),
            failed);
      }
      throw Refusal.forNow(503, "the log cannot be written");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Refusal.forNow(503, "stopping");
    }
  }

  private static ExportTraceServiceResponse answer(int refused) {
    return refused == 0
        ? ExportTraceServiceResponse.getDefaultInstance()
        : ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(refused)
                    .setErrorMessage("spans without valid trace id, span id or parent span id"))
            .build();
  }

  Received received() {
    return metrics.received();
  }

  /** Counts an answer. */
  void answered(int status) {
    metrics.answered(status);
  }
}
