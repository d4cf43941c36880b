// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.console.log.WriteAheadLog;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What is counted of what comes in. */
final class IngestMetrics {

  private final WriteAheadLog log;
  private final Counter requests;
  private final Counter spans;
  private final Counter stored;

  IngestMetrics(PrometheusRegistry registry, WriteAheadLog log) {
    this.log = log;
    requests =
        Counter.builder()
            .withoutExemplars()
            .name("clew_console_ingest_requests_total")
            .help("Requests of senders, by the status of the answer")
            .labelNames("status")
            .register(registry);
    spans =
        Counter.builder()
            .withoutExemplars()
            .name("clew_console_ingest_spans_total")
            .help("Spans received: kept, or refused for want of valid ids")
            .labelNames("outcome")
            .register(registry);
    stored =
        Counter.builder()
            .withoutExemplars()
            .name("clew_console_stored_spans_total")
            .help("Spans handed to the store")
            .register(registry);
    GaugeWithCallback.builder()
        .name("clew_console_log_bytes")
        .help("Bytes that are accepted and wait to be stored")
        .callback(value -> value.call(log.waiting()))
        .register(registry);
  }

  void answered(int status) {
    requests.labelValues(Integer.toString(status)).inc();
  }

  void received(Screening screening) {
    spans.labelValues("kept").inc(screening.kept());
    spans.labelValues("refused").inc(screening.refused());
  }

  void stored(int count) {
    stored.inc(count);
  }

  Received received() {
    return new Received(
        (long) spans.labelValues("kept").get(),
        (long) spans.labelValues("refused").get(),
        (long) (requests.labelValues("429").get() + requests.labelValues("503").get()),
        log.waiting());
  }
}
