// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.QuietLog;
import dev.clew.testkit.ThrowingOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that a resource sends. */
abstract class JaxrsEvents extends JaxrsFixture {

  @Test
  void eventKnowsItsStream() throws Exception {
    assertThat(ask("/events/named")).contains("event: headline").contains("data: hush");

    FinishedSpan event = tracing.take("event /events/named");
    assertBelongs(event, tracing.take(SpanKind.SERVER));
    assertThat(event.kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(event.attributes())
        .containsEntry("clew.sse.event.name", "headline")
        .containsEntry("clew.sse.event.has_id", true)
        .containsEntry("clew.sse.event.length", 4L);
  }

  @Test
  void eventOfABroadcasterKnowsItsStream() throws Exception {
    assertThat(ask("/events/broadcast")).contains("data: to all");

    FinishedSpan event = tracing.take("event /events/broadcast");
    assertBelongs(event, tracing.take(SpanKind.SERVER));
  }

  @Test
  void eventAfterTheEndFailsAsWithoutTracing() throws Exception {
    assertThat(ask("/events/late")).contains("data: in time");

    tracing.take(SpanKind.SERVER);
    assertThat(tracing.take("event /events/late").status()).isEqualTo(StatusCode.UNSET);
    FinishedSpan late = tracing.takeOne();
    assertThat(late.status()).isEqualTo(StatusCode.ERROR);
    assertThat(late.text("error.type")).isEqualTo(IllegalStateException.class.getName());
  }

  @Test
  void eventsAreNotTracedIfNotWanted() throws Exception {
    tracing.configure(Map.of("otel.instrumentation.sse.enabled", "false"));

    assertThat(ask("/events/named")).contains("data: hush");
    assertThat(tracing.takeOne().kind()).isEqualTo(SpanKind.SERVER);
  }

  @Test
  void eventsAreSentThoughTracingThrows() throws Exception {
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      forget();
      choose();
      tracing.use(broken);
      QuietLog.during(() -> assertThat(ask("/events/named")).contains("data: hush"));
    }
  }

  private static void assertBelongs(FinishedSpan event, FinishedSpan stream) {
    boolean links = event.links().stream().anyMatch(link -> link.spanId().equals(stream.spanId()));
    assertThat(event.isChildOf(stream) || links).isTrue();
  }
}
