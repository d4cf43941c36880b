// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.console.config.ConsoleOptions;
import dev.clew.console.otlp.Encoding;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IngestTest {

  private static final byte[] SOUND =
      Requests.of("shop", Requests.span(1, 1).build()).toByteArray();

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void spansAreKeptInBothEncodingsPlainAndPacked(Encoding encoding) throws Exception {
    try (StartedConsole console = StartedConsole.in(directory)) {
      byte[] first = encoding.write(Requests.of("shop", Requests.span(1, 1).build()));
      byte[] second = encoding.write(Requests.of("shop", Requests.span(1, 2).build()));
      HttpResponse<byte[]> answer = console.post(encoding, first);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains(encoding.mediaType());
      assertThat(answer.body())
          .isEqualTo(encoding.write(ExportTraceServiceResponse.getDefaultInstance()));
      assertThat(console.post(encoding, gzip(second), "Content-Encoding", "gzip").statusCode())
          .isEqualTo(200);
    }
    assertThat(Kept.spanIds(directory)).containsExactlyInAnyOrder(id(1), id(2));
  }

  @Test
  void spansWithoutIdsAreRefusedAndTheOthersKept() throws Exception {
    try (StartedConsole console = StartedConsole.in(directory)) {
      byte[] request =
          Requests.of(
                  "shop",
                  Requests.span(1, 1).build(),
                  Requests.span(1, 2).clearTraceId().build(),
                  Requests.span(1, 0).build(),
                  Requests.span(1, 3).setParentSpanId(Requests.id(0, 1)).build())
              .toByteArray();
      HttpResponse<byte[]> answer = console.post(Encoding.PROTOBUF, request);

      assertThat(answer.statusCode()).isEqualTo(200);
      var partial = ExportTraceServiceResponse.parseFrom(answer.body()).getPartialSuccess();
      assertThat(partial.getRejectedSpans()).isEqualTo(3);
      assertThat(partial.getErrorMessage()).contains("without valid trace id");
    }
    assertThat(Kept.spanIds(directory)).containsExactly(id(1));
  }

  @Test
  void emptyRequestIsNoFault() throws Exception {
    try (StartedConsole console = StartedConsole.in(directory)) {
      assertThat(console.post(Encoding.PROTOBUF, new byte[0]).statusCode()).isEqualTo(200);
      assertThat(console.post(Encoding.JSON, utf8("{}")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void malformedRequestIsRefusedForGoodWithTheReason() throws Exception {
    try (StartedConsole console = StartedConsole.in(directory)) {
      HttpResponse<byte[]> json = console.post(Encoding.JSON, utf8("{\"resourceSpans\": 1}"));
      HttpResponse<byte[]> protobuf = console.post(Encoding.PROTOBUF, utf8("hello"));

      assertThat(json.statusCode()).isEqualTo(400);
      assertThat(new String(json.body(), StandardCharsets.UTF_8))
          .startsWith("{\"message\":\"not OTLP as application/json: an array expected");
      assertThat(protobuf.statusCode()).isEqualTo(400);
      assertThat(protobuf.headers().firstValue("Retry-After")).isEmpty();
      // Field 2 of google.rpc.Status, a string.
      assertThat(protobuf.body()).startsWith(2 << 3 | 2);
    }
  }

  @Test
  void otherMediaTypesAndPackingsAreRefused() throws Exception {
    try (StartedConsole console = StartedConsole.in(directory)) {
      assertThat(console.post(Encoding.PROTOBUF, SOUND, "Content-Encoding", "zstd").statusCode())
          .isEqualTo(415);
      assertThat(console.post(Encoding.PROTOBUF, SOUND, "Content-Encoding", "gzip").statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void requestThatIsTooLargeIsRefused() throws Exception {
    try (StartedConsole console =
        StartedConsole.in(directory, ConsoleOptions.REQUEST_SIZE, "1kB")) {
      assertThat(console.post(Encoding.PROTOBUF, new byte[1025]).statusCode()).isEqualTo(413);
      assertThat(console.post(Encoding.PROTOBUF, SOUND).statusCode()).isEqualTo(200);
    }
  }

  /** 64 MB of zeros in 64 kB: they are unpacked no further than the limit. */
  @Test
  void zipBombIsRefusedWithoutBeingUnpacked() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        packed.write(zeros);
      }
    }
    try (StartedConsole console =
        StartedConsole.in(
            directory,
            ConsoleOptions.REQUEST_SIZE,
            "2MB",
            // Were more of it held than the limit, the answer would be another.
            ConsoleOptions.REQUEST_MEMORY,
            "3MB")) {
      HttpResponse<byte[]> answer =
          console.post(Encoding.PROTOBUF, bomb.toByteArray(), "Content-Encoding", "gzip");

      assertThat(answer.statusCode()).isEqualTo(413);
    }
  }

  @Test
  void tokenIsAskedFor() throws Exception {
    try (StartedConsole console = StartedConsole.in(directory, ConsoleOptions.TOKEN, "secret")) {
      HttpResponse<byte[]> without = console.post(Encoding.PROTOBUF, SOUND);
      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(console.post(Encoding.PROTOBUF, SOUND, "Authorization", "Bearer no").statusCode())
          .isEqualTo(401);
      assertThat(
              console.post(Encoding.PROTOBUF, SOUND, "Authorization", "Bearer secret").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void senderIsToldToComeBackWhenTheLogIsFull() throws Exception {
    byte[] large =
        Requests.of("shop", Requests.span(1, 1).setName("x".repeat(600_000)).build()).toByteArray();
    try (StartedConsole console =
        StartedConsole.in(
            directory, ConsoleOptions.LOG_SIZE, "1MB", ConsoleOptions.FLUSH_INTERVAL, "1h")) {
      assertThat(console.post(Encoding.PROTOBUF, large).statusCode()).isEqualTo(200);
      HttpResponse<byte[]> full = console.post(Encoding.PROTOBUF, large);

      assertThat(full.statusCode()).isEqualTo(429);
      assertThat(full.headers().firstValue("Retry-After")).isPresent();
      assertThat(console.post(Encoding.PROTOBUF, SOUND).statusCode()).isEqualTo(200);
    }
  }

  /** The request that was refused is larger than the room that is left, and others are not. */
  @Test
  void isNotReadyFromWhenTheLogIsFullUntilItHasRoom() throws Exception {
    byte[] large =
        Requests.of("shop", Requests.span(1, 1).setName("x".repeat(600_000)).build()).toByteArray();
    try (StartedConsole console =
        StartedConsole.in(
            directory,
            ConsoleOptions.LOG_SIZE,
            "1MB",
            ConsoleOptions.FLUSH_SPANS,
            2,
            ConsoleOptions.FLUSH_INTERVAL,
            "1h")) {
      assertThat(console.post(Encoding.PROTOBUF, large).statusCode()).isEqualTo(200);
      assertThat(console.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(console.post(Encoding.PROTOBUF, large).statusCode()).isEqualTo(429);

      HttpResponse<String> full = console.get("/health/ready");
      assertThat(full.statusCode()).isEqualTo(503);
      assertThat(full.body()).contains("DOWN");
      assertThat(console.get("/health/live").statusCode()).isEqualTo(200);

      // With these two spans there are enough for a file, and nothing need be in the log.
      assertThat(console.post(Encoding.PROTOBUF, SOUND).statusCode()).isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> console.get("/health/ready").statusCode() == 200);
      assertThat(console.post(Encoding.PROTOBUF, large).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatHappensIsCounted() throws Exception {
    try (StartedConsole console = StartedConsole.in(directory)) {
      console.post(Encoding.PROTOBUF, SOUND);
      console.post(Encoding.PROTOBUF, utf8("hello"));

      assertThat(console.get("/metrics").body())
          .contains("clew_console_ingest_requests_total{status=\"200\"} 1.0")
          .contains("clew_console_ingest_requests_total{status=\"400\"} 1.0")
          .contains("clew_console_ingest_spans_total{outcome=\"kept\"} 1.0");
    }
  }

  @Test
  void healthIsUp() throws Exception {
    try (StartedConsole console = StartedConsole.in(directory)) {
      assertThat(console.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(console.get("/health/ready").body()).contains("UP");
    }
  }

  static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String id(long number) {
    return String.format("%016x", number);
  }
}
