// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import dev.clew.exporter.internal.delivery.Backoff;
import dev.clew.exporter.internal.delivery.BatchPolicy;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Spans;
import java.time.Duration;
import java.util.Map;

/** Exporters with senders of the test's own. */
final class Exporters {

  private static final byte[] SPAN = Spans.bytes("GET /orders");

  private Exporters() {}

  static SharedExporter of(Map<String, Sender> senders) {
    return in("", senders);
  }

  /** One that keeps spans in a directory. */
  static SharedExporter in(Object directory, Map<String, Sender> senders) {
    return in(directory, 4 << 20, senders);
  }

  static SharedExporter in(Object directory, long bytes, Map<String, Sender> senders) {
    SharedExporter exporter =
        new SharedExporter(
            bytes,
            directory.toString(),
            new BatchPolicy(Duration.ofMillis(10), 512, 1 << 20, Duration.ofSeconds(30)),
            new Backoff(() -> 0.5),
            senders);
    exporter.start();
    return exporter;
  }

  /** Offers a span; whether it was taken. */
  static boolean offer(SharedExporter exporter, int scope, String name) {
    byte[] bytes = Spans.bytes(name);
    return exporter.offer(scope, bytes, 0, bytes.length);
  }

  /** Offers that many spans; how many were taken. */
  static long offer(SharedExporter exporter, int spans) {
    long taken = 0;
    for (int i = 0; i < spans; i++) {
      taken += exporter.offer(0, SPAN, 0, SPAN.length) ? 1 : 0;
    }
    return taken;
  }
}
