// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.it.app.Api;
import dev.clew.it.app.NewsResource;
import dev.clew.it.harness.EventClient;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedSpan;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams of server-sent events of an application that knows nothing of it. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.SSE)
class ServerSentEventsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String LONG = "GET /live/api/news/long";

  @Deployment(testable = false)
  public static WebArchive live() {
    return Wars.traced("live", Api.class, NewsResource.class, NewsResource.Listeners.class);
  }

  @Test
  void eventsAreChildrenOfTheRequestThatSendsThem() throws Exception {
    try (EventClient client = EventClient.open("/live/api/news/short/weather")) {
      assertThat(client.rest())
          .containsExactlyInAnyOrder(
              "event: headline", "id: 1", "data: hush: weather", "data: more");
    }

    ReceivedTrace trace = takeTrace(3);
    FinishedSpan stream = trace.span("GET /live/api/news/short/{topic}");
    assertThat(stream.status()).isEqualTo(StatusCode.UNSET);
    assertThat(stream.attributes()).containsEntry("http.response.status_code", 200L);
    List<FinishedSpan> events = events(trace, "event /news/short/{topic}");
    assertThat(events)
        .hasSize(2)
        .allMatch(event -> event.isChildOf(stream))
        .allMatch(event -> event.links().isEmpty())
        .allMatch(event -> event.kind() == SpanKind.PRODUCER)
        .allMatch(event -> event.endNanos() <= stream.endNanos());
    assertThat(events.get(0).attributes())
        .containsEntry("clew.sse.stream", "/news/short/{topic}")
        .containsEntry("clew.sse.event.name", "headline")
        .containsEntry("clew.sse.event.has_id", true)
        .containsEntry("clew.sse.event.length", 13L)
        .containsEntry("code.function.name", NewsResource.class.getName() + ".tell");
    assertThat(events.get(1).attributes())
        .doesNotContainKey("clew.sse.event.name")
        .containsEntry("clew.sse.event.has_id", false);
  }

  @Test
  void eventIsAChildOfItsCauseAndLinksToTheStream() throws Exception {
    try (EventClient one = EventClient.open("/live/api/news/long");
        EventClient other = EventClient.open("/live/api/news/long")) {
      assertThat(one.next()).isEqualTo(": listening");
      assertThat(other.next()).isEqualTo(": listening");
      String said = Http.get("/live/api/news/say/rain").body();
      assertThat(said).endsWith(" 2");
      assertThat(one.next()).isEqualTo("data: rain");
      Http.get("/live/api/news/end");
      assertThat(one.rest()).isEmpty();
      assertThat(other.rest()).containsExactly("data: rain");

      ReceivedTrace cause = takeTrace(said.split(" ")[0], 3);
      FinishedSpan request = cause.span("GET /live/api/news/say/{what}");
      List<FinishedSpan> events = events(cause, "event /news/long");
      assertThat(events).hasSize(2).allMatch(event -> event.isChildOf(request));
      for (FinishedSpan event : events) {
        String linked = event.links().get(0).traceId();
        FinishedSpan stream = OtlpReceiver.shared().takeTrace(linked, 2).span(LONG);
        assertThat(event.links().get(0).spanId()).isEqualTo(stream.spanId());
        assertThat(stream.endNanos()).isGreaterThanOrEqualTo(request.endNanos());
      }
    }
    takeTrace(1).span("GET /live/api/news/end");
  }

  @Test
  @Shows(Capability.SSE_CUT)
  void broadcasterSendsThroughTheTracedSink() throws Exception {
    try (EventClient client = EventClient.open("/live/api/news/broadcast")) {
      assertThat(client.next()).isEqualTo(": listening");
      Http.get("/live/api/news/call/sun");
      assertThat(client.rest()).containsExactly("data: sun");
    }

    ReceivedTrace[] both = {takeTrace(2), takeTrace(2)};
    ReceivedTrace cause = both[0].tree().contains("/call/") ? both[0] : both[1];
    FinishedSpan event = cause.span("event /news/broadcast");
    assertThat(event.isChildOf(cause.span("GET /live/api/news/call/{what}"))).isTrue();
    assertThat(event.links().get(0).traceId()).isIn(both[0].id(), both[1].id());
  }

  @Test
  @Shows(Capability.SSE_CUT)
  void streamEndsOnceWhenTheClientHasGone() throws Exception {
    try (EventClient client = EventClient.open("/live/api/news/long")) {
      assertThat(client.next()).isEqualTo(": listening");
    }
    // The server learns it when it next writes, or the time after.
    await().atMost(LIMIT).until(this::nobodyListens);

    assertThat(events(takeTrace(2), "event /news/long")).hasSize(1);
  }

  private boolean nobodyListens() throws Exception {
    String[] said = Http.get("/live/api/news/say/snow").body().split(" ");
    int told = Integer.parseInt(said[1]);
    takeTrace(said[0], 1 + told);
    return told == 0;
  }

  private static List<FinishedSpan> events(ReceivedTrace trace, String name) {
    return trace.spans().stream()
        .map(ReceivedSpan::span)
        .filter(span -> span.name().equals(name))
        .toList();
  }

  private static ReceivedTrace takeTrace(int spans) {
    return OtlpReceiver.shared().takeTrace(spans);
  }

  private static ReceivedTrace takeTrace(String traceId, int spans) {
    return OtlpReceiver.shared().takeTrace(traceId, spans);
  }
}
