// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.ChatEndpoint;
import dev.clew.it.app.FinalEndpoint;
import dev.clew.it.app.Shelf;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Server;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.SocketClient;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WebSocket endpoints of an application that knows nothing of it. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.WEB_SOCKET)
class WebSocketIT {

  private static final String HANDSHAKE = "GET /talk/chat/{room}";

  @Deployment(testable = false)
  public static WebArchive talk() {
    WebArchive archive = Wars.traced("talk", ChatEndpoint.class, FinalEndpoint.class, Shelf.class);
    Server.current().findBeans(archive);
    return archive;
  }

  @Test
  void messageIsATraceOfItsOwnThatLinksToTheHandshake() throws Exception {
    String traceId;
    try (SocketClient client =
        SocketClient.open(Http.uri("/talk/chat/hall"), "baggage", "customer=c1")) {
      String[] answer = client.ask("hello").split(" ", 2);
      traceId = answer[0];
      assertThat(answer[1]).isEqualTo("item hall for c1");
    }

    ReceivedTrace spoken = takeTrace(traceId, 2);
    ReceivedTrace handshake = takeTrace(2);
    FinishedSpan upgraded = handshake.span(HANDSHAKE);
    assertThat(upgraded.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(upgraded.attributes())
        .containsEntry("http.response.status_code", 101L)
        .containsEntry("http.route", "/talk/chat/{room}");
    FinishedSpan opened = handshake.span("open /chat/{room}");
    assertThat(opened.isChildOf(upgraded)).isTrue();

    FinishedSpan message = spoken.span("message /chat/{room}");
    assertThat(message.isRoot()).isTrue();
    assertThat(message.kind()).isEqualTo(SpanKind.CONSUMER);
    assertLinks(message, upgraded);
    assertThat(spoken.span("find on shelf").isChildOf(message)).isTrue();
    assertThat(message.attributes())
        .containsEntry("network.protocol.name", "websocket")
        .containsEntry("clew.websocket.endpoint", "/chat/{room}")
        .containsEntry("clew.websocket.event", "message")
        .containsEntry("clew.websocket.message.type", "text")
        .containsEntry("clew.websocket.message.length", 5L)
        .containsEntry("code.function.name", ChatEndpoint.class.getName() + ".say");
    assertThat(message.attributes().values()).doesNotContain("hello");

    FinishedSpan closed = takeTrace(1).span("close /chat/{room}");
    assertLinks(closed, upgraded);
    assertThat(closed.attributes()).containsEntry("clew.websocket.close.code", 1000L);
  }

  @Test
  void bytesAndPongsAreMessagesToo() throws Exception {
    try (SocketClient client = SocketClient.open(Http.uri("/talk/chat/hall"))) {
      assertThat(client.ask("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo("bytes 3");
      client.pong("ab".getBytes(StandardCharsets.UTF_8));
    }

    FinishedSpan upgraded = takeTrace(2).span(HANDSHAKE);
    for (String type : List.of("binary", "pong")) {
      FinishedSpan message = takeTrace(1).span("message /chat/{room}");
      assertLinks(message, upgraded);
      assertThat(message.attributes()).containsEntry("clew.websocket.message.type", type);
    }
    takeTrace(1).span("close /chat/{room}");
  }

  @Test
  void failureIsOnTheMessageThatFailed() throws Exception {
    try (SocketClient client = SocketClient.open(Http.uri("/talk/chat/hall"))) {
      assertThat(client.ask("fail")).isEqualTo("failed: nothing to say");
    }

    FinishedSpan upgraded = takeTrace(2).span(HANDSHAKE);
    FinishedSpan message = takeTrace(1).span("message /chat/{room}");
    assertThat(message.status()).isEqualTo(StatusCode.ERROR);
    assertThat(message.attributes())
        .containsEntry("error.type", IllegalStateException.class.getName());
    assertThat(message.events()).singleElement().matches(event -> event.name().equals("exception"));
    FinishedSpan told = takeTrace(1).span("error /chat/{room}");
    assertThat(told.status()).isEqualTo(StatusCode.UNSET);
    assertThat(told.events()).hasSize(1);
    assertLinks(told, upgraded);
    takeTrace(1).span("close /chat/{room}");
  }

  @Test
  @Shows(Capability.WEB_SOCKETS_AT_ONCE)
  void eachOfManyConnectionsLinksToItsOwnHandshake() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Exchange>> all = new ArrayList<>();
      for (int i = 1; i <= 40; i++) {
        String traceId = "%032x".formatted(i);
        all.add(threads.submit(() -> exchange(traceId)));
      }
      for (Future<Exchange> each : all) {
        Exchange done = each.get();
        takeTrace(done.handshake(), 2);
        FinishedSpan message = takeTrace(done.message(), 2).span("message /chat/{room}");
        assertThat(message.links())
            .singleElement()
            .matches(link -> link.traceId().equals(done.handshake()));
      }
      for (int i = 0; i < all.size(); i++) {
        takeTrace(1).span("close /chat/{room}");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private record Exchange(String handshake, String message) {}

  private static Exchange exchange(String traceId) throws Exception {
    String traceparent = "00-" + traceId + "-00000000000000aa-01";
    try (SocketClient client =
        SocketClient.open(Http.uri("/talk/chat/hall"), "traceparent", traceparent)) {
      return new Exchange(traceId, client.ask("hello").split(" ")[0]);
    }
  }

  @Test
  void endpointThatCannotBeInterceptedWorksAsBefore() throws Exception {
    try (SocketClient client = SocketClient.open(Http.uri("/talk/final"))) {
      assertThat(client.ask("hello")).isEqualTo("heard hello");
    }

    assertThat(takeTrace(1).span("GET /talk/final").attributes())
        .containsEntry("http.response.status_code", 101L);
  }

  private static void assertLinks(FinishedSpan from, FinishedSpan to) {
    assertThat(from.isRoot()).isTrue();
    assertThat(from.links())
        .singleElement()
        .matches(link -> link.traceId().equals(to.traceId()) && link.spanId().equals(to.spanId()));
  }

  private static ReceivedTrace takeTrace(int spans) {
    return OtlpReceiver.shared().takeTrace(spans);
  }

  private static ReceivedTrace takeTrace(String traceId, int spans) {
    return OtlpReceiver.shared().takeTrace(traceId, spans);
  }
}
