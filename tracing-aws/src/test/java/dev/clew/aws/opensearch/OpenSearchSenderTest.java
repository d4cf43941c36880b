// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.opensearch;

import static dev.clew.aws.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.aws.SenderRun;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What OpenSearch seldom answers; the rest is tried with a real one, in it-opensearch. */
class OpenSearchSenderTest {

  private static final String DONE = "{\"errors\": false}";
  private static final Span FIRST = span("1", "1").setName("first").build();
  private static final Span SECOND = span("1", "2").setName("second").build();

  private FakeAws server;
  private SenderRun run;

  @BeforeEach
  void start() throws IOException {
    server = new FakeAws();
    run =
        new SenderRun("opensearch")
            .set("clew.aws.opensearch.endpoint", server.uri().toString())
            .set("clew.aws.opensearch.template.create", "false");
  }

  @AfterEach
  void stop() {
    run.close();
    server.close();
  }

  @Test
  void requestsAreSignedForTheService() throws Exception {
    server.answer(DONE);
    send(FIRST);

    assertThat(server.only().path()).isEqualTo("/_bulk");
    assertThat(server.only().headers().get("Authorization"))
        .contains("/eu-central-1/es/aws4_request");
    assertThat(server.only().headers()).containsKey("x-amz-content-sha256");
  }

  @Test
  void requestsWithTheUsersAuthorizationAreNot() throws Exception {
    run.set("clew.aws.opensearch.headers", "authorization=Basic%20dXNlcjpzZWNyZXQ=,tenant=a");
    server.answer(DONE);
    send(FIRST);

    assertThat(server.only().headers())
        .containsEntry("Authorization", "Basic dXNlcjpzZWNyZXQ=")
        .containsEntry("tenant", "a");
  }

  @Test
  void documentsThatWereNotTakenAreSentAgainAlone() throws Exception {
    server.answer(items(201, 429)).answer(DONE);
    send(FIRST, SECOND);

    assertThat(names(0)).containsExactly("first", "second");
    assertThat(names(1)).containsExactly("second");
  }

  @Test
  void whatCannotBeMappedIsSentAgainAsAText() throws Exception {
    Span hostile =
        FIRST.toBuilder().addAttributes(Batches.text("a.", "1")).setName("hostile").build();
    server.answer(items(400)).answer(DONE);
    send(hostile);

    JsonNode again = documents(1).get(0);
    assertThat(again.has("attributes")).isFalse();
    assertThat(json(again.at("/clew/json").asText()).at("/attributes/a.").asText()).isEqualTo("1");
    assertThat(again.get("name").asText()).isEqualTo("hostile");
    assertThat(json(lines(1).get(0)).at("/index/_id").asText())
        .isEqualTo(json(lines(0).get(0)).at("/index/_id").asText());
  }

  @Test
  void whatIsRefusedForGoodIsCounted() throws Exception {
    server.answer(items(200, 400)).answer(items(400));

    SendResult result = deliver(FIRST, SECOND);

    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.message()).contains("mapper_parsing_exception");
  }

  @Test
  void requestThatIsTooLargeIsCounted() throws Exception {
    server.answer(413, Map.of(), "");

    assertThat(deliver(FIRST, SECOND).rejected()).isEqualTo(2);
  }

  @Test
  void whatMayPassIsSentAgain() throws Exception {
    server
        .answer(503, Map.of(), "")
        .answer(403, Map.of(), "")
        .answer("no JSON")
        .answer("{\"errors\": true, \"items\": []}")
        .answer(DONE);
    send(FIRST);

    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void templateIsMadeBeforeTheFirstSpanAndOnce() throws Exception {
    run.set("clew.aws.opensearch.template.create", "true");
    server
        .answer(403, Map.of(), "")
        .answer(400, Map.of(), "{\"error\": \"index template [t] already exists\"}")
        .answer(DONE);
    try (Sender sender = new OpenSearchSenderProvider().create(run.settings())) {
      assertThatThrownBy(() -> sender.send(Batches.of("shop", FIRST), Duration.ofSeconds(60)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("403");
      sender.send(Batches.of("shop", FIRST), Duration.ofSeconds(60));
      sender.send(Batches.of("shop", SECOND), Duration.ofSeconds(60));
    }

    assertThat(server.requests())
        .extracting(FakeAws.Request::path)
        .containsExactly(
            "/_index_template/clew-otel-v1-apm-span-1",
            "/_index_template/clew-otel-v1-apm-span-1",
            "/_bulk",
            "/_bulk");
  }

  @Test
  void rootSaysWhatItsTraceIsWhereItIsAtHand() throws Exception {
    server.answer(DONE);
    send(
        span("1", "2").setParentSpanId(Batches.id("1", 16)).build(),
        span("1", "1").setName("GET /orders").build(),
        span("2", "4").setParentSpanId(Batches.id("3", 16)).build());

    List<JsonNode> documents = documents(0);
    assertThat(documents)
        .extracting(document -> document.path("traceGroup").asText("none"))
        .containsExactly("GET /orders", "GET /orders", "none");
    assertThat(documents.get(0).at("/traceGroupFields/durationInNanos").asLong())
        .isEqualTo(500_000_000);
  }

  @Test
  void anEndpointIsNeeded() {
    run.set("clew.aws.opensearch.endpoint", "");

    assertThatThrownBy(() -> new OpenSearchSenderProvider().create(run.settings()))
        .hasMessage("clew.aws.opensearch.endpoint is not set");
  }

  private static String items(int... statuses) {
    List<String> items = new ArrayList<>();
    for (int status : statuses) {
      String error = status == 400 ? ", \"error\": {\"type\": \"mapper_parsing_exception\"}" : "";
      items.add("{\"index\": {\"status\": %d%s}}".formatted(status, error));
    }
    return "{\"errors\": true, \"items\": [%s]}".formatted(String.join(",", items));
  }

  private void send(Span... spans) throws Exception {
    assertThat(deliver(spans)).isEqualTo(SendResult.success());
  }

  private SendResult deliver(Span... spans) throws Exception {
    try (Sender sender = new OpenSearchSenderProvider().create(run.settings())) {
      return sender.send(Batches.of("shop", spans), Duration.ofSeconds(60));
    }
  }

  private List<String> lines(int request) {
    return server.requests().get(request).body().lines().toList();
  }

  private List<JsonNode> documents(int request) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    List<String> lines = lines(request);
    for (int i = 1; i < lines.size(); i += 2) {
      documents.add(json(lines.get(i)));
    }
    return documents;
  }

  private List<String> names(int request) throws IOException {
    return documents(request).stream().map(document -> document.get("name").asText()).toList();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
