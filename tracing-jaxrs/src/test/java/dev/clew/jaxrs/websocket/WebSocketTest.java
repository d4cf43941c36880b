// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.QuietLog;
import dev.clew.testkit.SocketClient;
import dev.clew.testkit.ThrowingOpenTelemetry;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints of all sorts, on a real server. */
class WebSocketTest {

  private static final String TRACEPARENT = "00-%032x-00000000000000aa-01";

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void eachPartIsASpan() throws Exception {
    try (SocketWar war = SocketWar.start(Endpoints.Parts.class);
        SocketClient client = SocketClient.open(war.uri("/parts/a"))) {
      assertThat(client.askInParts("one", "more")).containsExactly("a one false", "a more true");

      FinishedSpan handshake = tracing.take(SpanKind.SERVER);
      assertThat(handshake.name()).isEqualTo("GET /app/parts/{name}");
      FinishedSpan first = tracing.take("message /parts/{name}");
      FinishedSpan second = tracing.take("message /parts/{name}");
      for (FinishedSpan part : List.of(first, second)) {
        assertThat(part.links())
            .singleElement()
            .matches(link -> link.spanId().equals(handshake.spanId()));
        assertThat(part.attributes()).containsEntry("clew.websocket.message.type", "text");
      }
      assertThat(first.attributes())
          .containsEntry("clew.websocket.message.length", 3L)
          .containsEntry("clew.websocket.message.last", false);
      assertThat(second.attributes()).containsEntry("clew.websocket.message.last", true);
    }
  }

  @Test
  void bytesAreCounted() throws Exception {
    try (SocketWar war = SocketWar.start(Endpoints.Parts.class);
        SocketClient client = SocketClient.open(war.uri("/parts/a"))) {
      assertThat(client.ask(new byte[7])).isEqualTo("bytes 7");
    }
    tracing.take(SpanKind.SERVER);
    assertThat(tracing.takeOne().attributes())
        .containsEntry("clew.websocket.message.type", "binary")
        .containsEntry("clew.websocket.message.length", 7L);
  }

  @Test
  void inheritedMethodIsTracedAndItsReaderLeftAlone() throws Exception {
    try (SocketWar war = SocketWar.start(Endpoints.Reading.class);
        SocketClient client = SocketClient.open(war.uri("/reading"))) {
      assertThat(client.ask("hello")).isEqualTo("begins with h");
    }
    tracing.take(SpanKind.SERVER);
    FinishedSpan message = tracing.take("message /reading");
    assertThat(message.attributes())
        .containsEntry("clew.websocket.message.type", "text")
        .containsEntry("code.function.name", Endpoints.Inherited.class.getName() + ".hear")
        .doesNotContainKey("clew.websocket.message.length");
  }

  @Test
  void flagAloneIsTheMessage() throws Exception {
    try (SocketWar war = SocketWar.start(Endpoints.Flag.class);
        SocketClient client = SocketClient.open(war.uri("/flag"))) {
      assertThat(client.ask("true")).isEqualTo("heard true");
    }
    tracing.take(SpanKind.SERVER);
    assertThat(tracing.takeOne().attributes())
        .containsEntry("clew.websocket.message.type", "object")
        .doesNotContainKey("clew.websocket.message.last");
  }

  @Test
  void sharedInstanceTellsItsConnectionsApart() throws Exception {
    try (SocketWar war = SocketWar.start(Endpoints.Shared.class);
        SocketClient one = open(war, 1);
        SocketClient other = open(war, 2)) {
      assertThat(other.ask("b")).isEqualTo("heard b");
      assertMessageOf(2);
      assertThat(one.ask("a")).isEqualTo("heard a");
      assertMessageOf(1);
    }
  }

  /** The handshake is over, and the session opened, before the next one begins. */
  private SocketClient open(SocketWar war, int trace) throws Exception {
    SocketClient client =
        SocketClient.open(war.uri("/shared"), "traceparent", TRACEPARENT.formatted(trace));
    FinishedSpan handshake = tracing.take(SpanKind.SERVER);
    assertThat(tracing.take("open /shared").isChildOf(handshake)).isTrue();
    return client;
  }

  private void assertMessageOf(int trace) {
    assertThat(tracing.take("message /shared").links())
        .singleElement()
        .matches(link -> link.traceId().equals("%032x".formatted(trace)));
  }

  @ParameterizedTest
  @ValueSource(classes = {Endpoints.Closed.class, Endpoints.Sealed.class, Endpoints.Hidden.class})
  void endpointThatCannotBeInterceptedWorksAsBefore(Class<?> endpoint) throws Exception {
    String path = endpoint.getAnnotation(jakarta.websocket.server.ServerEndpoint.class).value();
    try (SocketWar war = SocketWar.start(endpoint);
        SocketClient client = SocketClient.open(war.uri(path))) {
      assertThat(client.ask("hello")).isEqualTo("heard hello");
    }
    assertThat(tracing.takeOne().name()).isEqualTo("GET /app" + path);
  }

  @Test
  void messagesAreNotTracedIfNotWanted() throws Exception {
    tracing.configure(Map.of("otel.instrumentation.websocket.enabled", "false"));
    askShared();
    assertThat(tracing.takeOne().name()).isEqualTo("GET /app/shared");
  }

  @Test
  void messageOfAConnectionThatIsNotTracedHasNoLink() throws Exception {
    tracing.configure(Map.of("clew.http.server.skip", ".*/shared"));
    askShared();
    assertThat(tracing.takeAll(2)).allMatch(span -> span.isRoot() && span.links().isEmpty());
  }

  @Test
  void tracingThatFailsIsNoFailureOfTheEndpoint() throws Exception {
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      tracing.use(broken);
      QuietLog.during(WebSocketTest::askShared);
    }
  }

  private static void askShared() throws Exception {
    try (SocketWar war = SocketWar.start(Endpoints.Shared.class);
        SocketClient client = SocketClient.open(war.uri("/shared"))) {
      assertThat(client.ask("hello")).isEqualTo("heard hello");
    }
  }
}
