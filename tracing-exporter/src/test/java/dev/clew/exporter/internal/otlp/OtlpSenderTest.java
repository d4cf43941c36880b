// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.SendResult.Outcome;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Batches;
import dev.clew.exporter.testing.Receiver;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpSenderTest {

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void postsTheBatchAsProtobuf() throws Exception {
    assertThat(send(sender(Map.of()))).isEqualTo(SendResult.success());

    Receiver.Request request = receiver.take();
    assertThat(request.path()).isEqualTo("/v1/traces");
    assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/x-protobuf");
    assertThat(request.headers().getFirst("User-Agent")).startsWith("Clew-OTLP-Exporter");
    assertThat(request.headers().containsKey("Content-Encoding")).isFalse();
    assertThat(request.body())
        .isEqualTo(ExportTraceServiceRequest.parseFrom(Batches.of("a", "b").toByteArray()));
  }

  @Test
  void compressesWhenAsked() throws Exception {
    assertThat(send(sender(Map.of("otel.exporter.otlp.compression", "gzip"))))
        .isEqualTo(SendResult.success());

    Receiver.Request request = receiver.take();
    assertThat(request.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
    assertThat(request.names()).containsExactly("a", "b");
  }

  @Test
  void compressionForTracesReplacesTheOther() throws Exception {
    send(
        sender(
            Map.of(
                "otel.exporter.otlp.compression", "none",
                "otel.exporter.otlp.traces.compression", "gzip")));

    assertThat(receiver.take().headers().getFirst("Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void sendsConfiguredHeaders() throws Exception {
    send(sender(Map.of("otel.exporter.otlp.headers", "authorization=Bearer%20s3cret,x-a=b%3Dc")));

    Receiver.Request request = receiver.take();
    assertThat(request.headers().getFirst("authorization")).isEqualTo("Bearer s3cret");
    assertThat(request.headers().getFirst("x-a")).isEqualTo("b=c");
  }

  @Test
  void tellsTheCollectorWhatItLost() throws Exception {
    for (String compression : List.of("none", "gzip")) {
      Sender sender = sender(Map.of("otel.exporter.otlp.compression", compression));
      send(sender);
      assertThat(receiver.take().headers().containsKey("Clew-Dropped")).isFalse();

      sender.send(Batches.after(1204, "a"), Duration.ofSeconds(10));

      Receiver.Request request = receiver.take();
      assertThat(request.headers().getFirst("Clew-Dropped")).isEqualTo("1204");
      assertThat(request.names()).containsExactly("a");
    }
  }

  @Test
  void usesOneConnectionForManyBatches() throws Exception {
    Sender sender = sender(Map.of());
    for (int i = 0; i < 20; i++) {
      assertThat(send(sender)).isEqualTo(SendResult.success());
    }
    assertThat(receiver.peers()).hasSize(1);
  }

  @Test
  void partialSuccessSaysHowManyWereRefused() throws Exception {
    receiver.answers(answering(200, partial(1, "too old").toByteArray()));

    assertThat(send(sender(Map.of()))).isEqualTo(SendResult.partial(1, "too old"));
  }

  @Test
  void anEmptyPartialSuccessIsASuccess() throws Exception {
    receiver.answers(answering(200, partial(0, "").toByteArray()));

    assertThat(send(sender(Map.of()))).isEqualTo(SendResult.success());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void statusesThatOtlpCallsRetryableAreTriedAgain(int status) throws Exception {
    receiver.answers(status);

    SendResult result = send(sender(Map.of()));

    assertThat(result.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(result.retryAfter()).isNull();
    assertThat(result.message()).contains(String.valueOf(status));
    assertThat(send(sender(Map.of()))).isEqualTo(SendResult.success());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 407, 413, 500, 501})
  void otherErrorsAreFinal(int status) throws Exception {
    receiver.answers(status);

    SendResult result = send(sender(Map.of()));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.message()).contains(String.valueOf(status));
  }

  @Test
  void aWebPageIsNoReceiver() throws Exception {
    receiver.answers(answering(200, "text/html; charset=utf-8", "<h1>It works!</h1>".getBytes()));

    SendResult result = send(sender(Map.of()));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.message()).startsWith("answered 200 with a web page").doesNotContain("<");
  }

  @Test
  void aRefusalIsPassedOnInTheReceiversWords() throws Exception {
    byte[] status = {8, 16, 18, 9, 'n', 'o', ' ', 's', 'u', 'c', 'h', ' ', 'k'};
    receiver
        .answers(answering(401, status))
        .answers(answering(401, new byte[] {1}))
        .answers(answering(403, "text/plain", "who are you?\n".getBytes()));

    Sender sender = sender(Map.of());

    assertThat(send(sender).message()).isEqualTo("answered 401: no such k");
    assertThat(send(sender).message()).isEqualTo("answered 401");
    assertThat(send(sender).message()).isEqualTo("answered 403: who are you?");
  }

  @Test
  void retryAfterIsPassedOn() throws Exception {
    receiver.answers(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "17");
          exchange.sendResponseHeaders(429, -1);
        });

    assertThat(send(sender(Map.of())).retryAfter()).isEqualTo(Duration.ofSeconds(17));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void redirectsAreNotFollowed(int status) throws Exception {
    receiver.answers(
        exchange -> {
          exchange.getResponseHeaders().add("Location", receiver.url() + "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
        });

    assertThat(send(sender(Map.of())).outcome()).isEqualTo(Outcome.FAILED);
    receiver.take();
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void aRefusedConnectionIsTriedAgain() throws Exception {
    String url;
    try (ServerSocket free = new ServerSocket(0)) {
      url = "http://localhost:" + free.getLocalPort();
    }

    assertThatThrownBy(() -> send(sender(Map.of("otel.exporter.otlp.endpoint", url))))
        .isInstanceOf(IOException.class);
  }

  private static HttpHandler answering(int status, byte[] body) {
    return answering(status, "application/x-protobuf", body);
  }

  private static HttpHandler answering(int status, String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  private static ExportTraceServiceResponse partial(long rejected, String message) {
    return ExportTraceServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportTracePartialSuccess.newBuilder()
                .setRejectedSpans(rejected)
                .setErrorMessage(message))
        .build();
  }

  private Sender sender(Map<String, String> settings) {
    return OtlpSenders.create(receiver.url(), settings);
  }

  private static SendResult send(Sender sender) throws Exception {
    return sender.send(Batches.of("a", "b"), Duration.ofSeconds(20));
  }
}
