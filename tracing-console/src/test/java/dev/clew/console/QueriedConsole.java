// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A collector that has three traces: of the first, the shop calls the stock, which fails; the
 * others are of the shop alone. What can be asked it is in subclasses.
 */
abstract class QueriedConsole {

  static final String FIRST = Requests.traceId(1);

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  StartedConsole console;

  @BeforeEach
  void send() throws Exception {
    console = StartedConsole.in(directory, store());
    console.send(Requests.of("shop", root(1).build(), call().build()));
    console.send(Requests.of("stock", failing().build()));
    console.send(Requests.of("shop", root(2).addAttributes(Requests.text("user.id", "7")).build()));
    console.send(Requests.of("shop", root(3).setName("GET /empty").build()));
    awaitTraces(3);
  }

  /** Options and values that say where spans are kept. */
  Object[] store() {
    return new Object[0];
  }

  final void awaitTraces(int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("/api/v1/traces").at("/traces").size() == count);
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  private static Span.Builder root(long trace) {
    return Requests.span(trace, 10 * trace)
        .setName("GET /orders")
        .setEndTimeUnixNano(micros(trace));
  }

  private static Span.Builder call() {
    return Requests.span(1, 11)
        .setParentSpanId(Requests.id(10))
        .setKind(Span.SpanKind.SPAN_KIND_CLIENT);
  }

  private static Span.Builder failing() {
    return Requests.span(1, 12)
        .setParentSpanId(Requests.id(11))
        .setName("GET /stock")
        .addAttributes(Requests.number("http.response.status_code", 500))
        .addEvents(Span.Event.newBuilder().setName("exception").setTimeUnixNano(12_000_000_500L))
        .setStatus(
            Status.newBuilder()
                .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                .setMessage("out of stock"));
  }

  /** The end of a root that takes as many milliseconds as its trace has for a number. */
  private static long micros(long trace) {
    return 10 * trace * 1_000_000_000 + trace * 1_000_000;
  }

  /** What is answered, with 200. */
  final JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = console.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** What is answered as it is, to a question with a header. */
  final HttpResponse<byte[]> raw(String path, String header, String value) throws Exception {
    return console.get(path, header, value);
  }

  /** What is answered, with another status. */
  final JsonNode get(String path, int status) throws Exception {
    HttpResponse<String> answer = console.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
