// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.console.otlp.Encoding;
import dev.clew.console.store.KeptSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector is traced as any application; taking spans is not what makes more of them. */
class OwnTracesTest {

  private static final Pattern STORED =
      Pattern.compile("^clew_console_stored_spans_total (\\d+)", Pattern.MULTILINE);

  /** Whatever is recorded is sent and stored at once, so that it could come round again. */
  private static final String[] AT_ONCE = {
    "-Dotel.bsp.schedule.delay=1ms", "-Dclew.console.store.flush.spans=1"
  };

  @TempDir Path directory;
  @TempDir Path elsewhere;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void questionIsATraceWithItsStatements() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.start(directory)) {
      ask(console, "/api/v1/services");
      console.stop();
    }

    List<KeptSpan> spans = Kept.spans(directory);
    assertThat(spans)
        .allSatisfy(span -> assertThat(span.origin().service()).isEqualTo("clew-console"));
    KeptSpan question = named(spans, "GET /api/v1/services");
    assertThat(question.span().getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
    assertThat(spans).hasSize(2);
    assertThat(spans)
        .filteredOn(span -> span.parentSpanId().equals(question.spanId()))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement.span().getAttributesList())
                    .contains(
                        Requests.text(
                            "db.query.text",
                            "SELECT DISTINCT service FROM (SELECT * FROM staged_1) ORDER BY service")));
  }

  @Test
  void comesToRest() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.start(directory, AT_ONCE)) {
      send(console, 1);
      awaitStored(console, 1);
      ask(console, "/api/v1/services");
      // The question and its statement are stored, and what stores them is not traced.
      awaitStored(console, 3);
      send(console, 2);
      awaitStored(console, 4);
      for (String path : List.of("/", "/app.js", "/health/live", "/health/ready", "/metrics")) {
        ask(console, path);
      }
      console.stop();
    }

    assertThat(Kept.spans(directory))
        .filteredOn(span -> span.origin().service().equals("clew-console"))
        .hasSize(2);
  }

  @Test
  void goesElsewhereIfToldTo() throws Exception {
    try (StartedConsole other = StartedConsole.in(elsewhere);
        ConsoleProcess console =
            ConsoleProcess.start(directory, "-Dotel.exporter.otlp.endpoint=" + other.uri("/"))) {
      ask(console, "/api/v1/services");
      console.stop();
    }

    assertThat(Kept.spans(directory)).isEmpty();
    named(Kept.spans(elsewhere), "GET /api/v1/services");
  }

  @Test
  void isNotTracedIfToldSo() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.start(directory, "-Dotel.sdk.disabled=true")) {
      ask(console, "/api/v1/services");
      console.stop();
    }

    assertThat(Kept.spans(directory)).isEmpty();
  }

  private static KeptSpan named(List<KeptSpan> spans, String name) {
    return spans.stream()
        .filter(span -> span.span().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + spans));
  }

  private void awaitStored(ConsoleProcess console, int spans) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              Matcher stored = STORED.matcher(ask(console, "/metrics"));
              return stored.find() && Integer.parseInt(stored.group(1)) >= spans;
            });
  }

  private String ask(ConsoleProcess console, String path) throws Exception {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(console.uri(path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private void send(ConsoleProcess console, long trace) throws Exception {
    byte[] request = Requests.of("shop", Requests.span(trace, trace).build()).toByteArray();
    HttpRequest post =
        HttpRequest.newBuilder(console.uri("/v1/traces"))
            .header("Content-Type", Encoding.PROTOBUF.mediaType())
            .POST(BodyPublishers.ofByteArray(request))
            .build();
    assertThat(client.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }
}
