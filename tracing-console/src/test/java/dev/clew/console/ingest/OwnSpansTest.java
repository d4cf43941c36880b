// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.console.Requests;
import dev.clew.console.log.WriteAheadLog;
import dev.clew.console.otlp.Encoding;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSpansTest {

  @TempDir Path directory;

  @Test
  void makeRoomForThoseOfOthers() throws Exception {
    try (WriteAheadLog log = WriteAheadLog.open(directory, 1 << 20, false)) {
      PrometheusRegistry registry = new PrometheusRegistry();
      Ingest ingest =
          new Ingest(
              Settings.of(Map.of()), log, new IngestMetrics(registry, log), new Senders(registry));
      byte[] large = spanOf(600_000);
      byte[] small = spanOf(10);
      assertThat(ingest.takeOwn(small, 0)).isTrue();
      ingest.take(new ByteArrayInputStream(large), null, Encoding.PROTOBUF, 0);

      assertThat(ingest.takeOwn(small, 0)).isFalse();
      ingest.take(new ByteArrayInputStream(small), null, Encoding.PROTOBUF, 0);

      assertThat(ingest.received().kept()).isEqualTo(3);
    }
  }

  private static byte[] spanOf(int size) {
    return Requests.of("shop", Requests.span(1, 1).setName("x".repeat(size)).build()).toByteArray();
  }
}
