// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.exporter.testing.Receiver;
import dev.clew.exporter.testing.Spans;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedExporterTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void deliversWhatItTook() throws Exception {
    Exporter exporter = start(Map.of("otel.exporter.otlp.endpoint", receiver.url()));
    exporter.resource(Spans.resource("shop"));
    int scope = exporter.scope(Spans.scope("dev.clew.http"));

    assertThat(offer(exporter, scope, "GET /a")).isTrue();
    assertThat(exporter.flush(LONG)).isTrue();

    Receiver.Request request = receiver.take();
    assertThat(request.path()).isEqualTo("/v1/traces");
    assertThat(request.names()).containsExactly("GET /a");
    assertThat(exporter.shutdown(LONG)).isTrue();
    assertThat(exporter.counts())
        .containsEntry("accepted", 1L)
        .containsEntry("refused", 0L)
        .containsEntry("otlp.sent", 1L)
        .containsEntry("otlp.pending", 0L);
  }

  private static boolean offer(Exporter exporter, int scope, String name) {
    byte[] bytes = Spans.bytes(name);
    return exporter.offer(scope, bytes, 0, bytes.length);
  }

  private static Exporter start(Map<String, String> settings) {
    return ServiceLoader.load(ExporterProvider.class)
        .findFirst()
        .orElseThrow()
        .start(Settings.of(settings));
  }
}
