// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.Batches;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What documents say of spans, and how large they are. */
class SegmentsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aRequestIsASegmentWithItsCallsInside() throws IOException {
    Span server =
        Batches.span("ab", "1")
            .setParentSpanId(Batches.id("9", 16))
            .setKind(SpanKind.SPAN_KIND_SERVER)
            .addAttributes(Batches.text("http.request.method", "GET"))
            .addAttributes(Batches.text("url.scheme", "https"))
            .addAttributes(Batches.text("server.address", "shop.example.com"))
            .addAttributes(Batches.text("url.path", "/orders"))
            .addAttributes(number("http.response.status_code", 503))
            .addAttributes(Batches.text("tenant", "gold"))
            .addAttributes(Batches.text("clew.sampler.rule", "orders"))
            .build();
    Span query =
        child("2", "1")
            .setKind(SpanKind.SPAN_KIND_CLIENT)
            .addAttributes(Batches.text("db.system.name", "postgresql"))
            .addAttributes(Batches.text("db.namespace", "shop"))
            .addAttributes(Batches.text("server.address", "db"))
            .addAttributes(Batches.text("db.query.text", "select * from t where a = ?"))
            .build();
    Span put =
        child("3", "1")
            .setKind(SpanKind.SPAN_KIND_CLIENT)
            .setName("DynamoDB.PutItem")
            .addAttributes(Batches.text("rpc.system.name", "aws-api"))
            .addAttributes(Batches.text("rpc.method", "DynamoDB/PutItem"))
            .addAttributes(Batches.text("aws.request_id", "r-1"))
            .addAttributes(number("http.response.status_code", 429))
            .build();

    JsonNode segment = only(documents(List.of("tenant"), server, query, put));

    assertThat(segment.get("trace_id").asText()).isEqualTo("1-00000000-0000000000000000000000ab");
    assertThat(segment.get("id").asText()).isEqualTo("0000000000000001");
    assertThat(segment.get("parent_id").asText()).isEqualTo("0000000000000009");
    assertThat(segment.has("type")).isFalse();
    assertThat(segment.get("name").asText()).isEqualTo("shop");
    assertThat(segment.get("start_time").decimalValue()).isEqualByComparingTo("1700000000");
    assertThat(segment.get("end_time").decimalValue()).isEqualByComparingTo("1700000000.5");
    assertThat(segment.at("/http/request/url").asText())
        .isEqualTo("https://shop.example.com/orders");
    assertThat(segment.at("/http/response/status").asLong()).isEqualTo(503);
    assertThat(segment.get("fault").asBoolean()).isTrue();
    assertThat(segment.get("annotations")).hasSize(1);
    assertThat(segment.at("/annotations/tenant").asText()).isEqualTo("gold");
    assertThat(segment.at("/metadata/default/tenant").asText()).isEqualTo("gold");
    assertThat(segment.at("/metadata/otel/resource/service.name").asText()).isEqualTo("shop");
    assertThat(segment.at("/aws/xray/sampling_rule_name").asText()).isEqualTo("orders");

    JsonNode sql = segment.at("/subsegments/0");
    assertThat(sql.get("name").asText()).isEqualTo("shop@db");
    assertThat(sql.get("namespace").asText()).isEqualTo("remote");
    assertThat(sql.at("/sql/sanitized_query").asText()).isEqualTo("select * from t where a = ?");
    assertThat(sql.at("/sql/url").asText()).isEqualTo("postgresql://db/shop");
    JsonNode aws = segment.at("/subsegments/1");
    assertThat(aws.get("name").asText()).isEqualTo("DynamoDB");
    assertThat(aws.get("namespace").asText()).isEqualTo("aws");
    assertThat(aws.at("/aws/operation").asText()).isEqualTo("PutItem");
    assertThat(aws.at("/aws/request_id").asText()).isEqualTo("r-1");
    assertThat(aws.get("throttle").asBoolean()).isTrue();
    assertThat(aws.has("fault")).isFalse();
  }

  @Test
  void whatHasItsParentElsewhereIsASubsegmentOfItsOwn() throws IOException {
    JsonNode subsegment = only(documents(List.of(), child("2", "1").build()));

    assertThat(subsegment.get("type").asText()).isEqualTo("subsegment");
    assertThat(subsegment.get("parent_id").asText()).isEqualTo("0000000000000001");
  }

  @Test
  void exceptionsAreCausesWithTheirStacks() throws IOException {
    String trace =
        """
        java.lang.IllegalStateException: no
        \tat com.acme.Orders.find(Orders.java:12)
        \tat app//com.acme.Main.main(Native Method)
        Caused by: java.io.IOException: gone: away
        \tat com.acme.Net.read(Net.java:7)
        \t... 3 more
        """;
    Span failed =
        child("2", "1")
            .setStatus(Status.newBuilder().setCodeValue(2).setMessage("no"))
            .addEvents(
                Span.Event.newBuilder()
                    .setName("exception")
                    .addAttributes(
                        Batches.text("exception.type", "java.lang.IllegalStateException"))
                    .addAttributes(Batches.text("exception.message", "no"))
                    .addAttributes(Batches.text("exception.stacktrace", trace)))
            .addEvents(Span.Event.newBuilder().setName("other"))
            .build();

    JsonNode document = only(documents(List.of(), failed));

    JsonNode first = document.at("/cause/exceptions/0");
    assertThat(first.get("type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(first.at("/stack/0/label").asText()).isEqualTo("com.acme.Orders.find");
    assertThat(first.at("/stack/0/path").asText()).isEqualTo("Orders.java");
    assertThat(first.at("/stack/0/line").asInt()).isEqualTo(12);
    assertThat(first.get("stack")).hasSize(2);
    JsonNode second = document.at("/cause/exceptions/1");
    assertThat(first.get("cause").asText()).isEqualTo(second.get("id").asText());
    assertThat(second.get("id").asText()).matches("[0-9a-f]{16}");
    assertThat(second.get("message").asText()).isEqualTo("gone: away");
    assertThat(document.get("fault").asBoolean()).isTrue();
    assertThat(document.at("/metadata/otel/events")).hasSize(1);
  }

  @Test
  void linksNameTheOtherTrace() throws IOException {
    Span linked =
        child("2", "1")
            .addLinks(
                Span.Link.newBuilder()
                    .setTraceId(Batches.id("cd", 32))
                    .setSpanId(Batches.id("e", 16)))
            .build();

    JsonNode link = only(documents(List.of(), linked)).at("/links/0");

    assertThat(link.get("trace_id").asText()).isEqualTo("1-00000000-0000000000000000000000cd");
    assertThat(link.get("id").asText()).isEqualTo("000000000000000e");
  }

  @Test
  void namesHaveNoOtherCharactersThanXRayTakes() throws IOException {
    Span odd = child("2", "1").setName("a<b>\ud83d\ude00\u0000é?".repeat(100)).build();

    assertThat(only(documents(List.of(), odd)).get("name").asText())
        .hasSize(200)
        .startsWith("a_b___é_");
  }

  @Test
  void whatIsTooLargeIsSplitIntoSubsegmentsOfTheirOwn() throws IOException {
    List<Span> spans = new ArrayList<>();
    spans.add(Batches.span("ab", "1").build());
    for (int i = 2; i < 40; i++) {
      spans.add(
          child(Integer.toHexString(i), "1")
              .addAttributes(Batches.text("text", "x".repeat(5_000)))
              .build());
    }

    List<Document> documents = documents(List.of(), spans.toArray(Span[]::new));

    assertThat(documents.size()).isBetween(2, 39);
    assertThat(documents).allMatch(document -> document.bytes().length <= Document.MAX_BYTES);
    assertThat(documents).noneMatch(document -> document.json().contains(Cut.MARK));
    assertThat(ids(documents)).hasSize(39);
    assertThat(documents.stream().mapToInt(Document::spans).sum()).isEqualTo(39);
  }

  @Test
  void whatIsSplitStaysTogetherBelow() throws IOException {
    // Children come first, as they end first.
    Span below = child("3", "2").build();
    Span inner = child("2", "1").addAttributes(Batches.text("text", "x".repeat(40_000))).build();
    Span root =
        Batches.span("ab", "1").addAttributes(Batches.text("text", "x".repeat(40_000))).build();

    List<Document> documents = documents(List.of(), below, inner, root);

    assertThat(documents).hasSize(2);
    assertThat(JSON.readTree(documents.get(1).json()).at("/subsegments/0/id").asText())
        .isEqualTo("0000000000000003");
  }

  @Test
  void whatIsTooLargeAloneIsCutAndSaysSo() throws IOException {
    Span large =
        child("2", "1")
            .addAttributes(Batches.text("db.query.text", "select \ud83d\ude00".repeat(20_000)))
            .addAttributes(Batches.text("tenant", "gold"))
            .build();

    Document document = documents(List.of("tenant"), large).get(0);
    JsonNode json = JSON.readTree(document.json());

    assertThat(document.bytes().length).isBetween(10_000, Document.MAX_BYTES);
    assertThat(json.at("/metadata/default/db.query.text").asText()).endsWith(Cut.MARK);
    assertThat(json.at("/metadata/clew/cut").asBoolean()).isTrue();
    assertThat(json.at("/annotations/tenant").asText()).isEqualTo("gold");
  }

  @Test
  void everySpanOfRandomTracesIsInOneDocumentThatFits() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int count = 1 + random.nextInt(120);
      List<Span> spans = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        // Any parent: deep, far away, above itself.
        String parent = Integer.toHexString(1 + random.nextInt(count + 1));
        Span.Builder span =
            child(
                Integer.toHexString(i),
                round % 3 == 0 ? Integer.toHexString(Math.max(1, i - 1)) : parent);
        span.setKindValue(random.nextInt(6));
        for (int attributes = random.nextInt(6); attributes > 0; attributes--) {
          int length = random.nextInt(10) == 0 ? random.nextInt(90_000) : random.nextInt(200);
          span.addAttributes(Batches.text("key" + random.nextInt(), "é".repeat(length)));
        }
        spans.add(span.build());
      }

      List<Document> documents = documents(List.of(), spans.toArray(Span[]::new));

      assertThat(documents).allMatch(document -> document.bytes().length <= Document.MAX_BYTES);
      assertThat(documents.stream().mapToInt(Document::spans).sum()).isEqualTo(count);
      assertThat(ids(documents)).hasSize(count);
    }
  }

  private static Set<String> ids(List<Document> documents) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (Document document : documents) {
      collect(JSON.readTree(document.json()), ids);
    }
    return ids;
  }

  private static void collect(JsonNode tree, Set<String> ids) {
    if (!ids.add(tree.get("id").asText())) {
      throw new AssertionError("twice: " + tree.get("id"));
    }
    tree.path("subsegments").forEach(child -> collect(child, ids));
  }

  private static Span.Builder child(String span, String parent) {
    return Batches.span("ab", span).setParentSpanId(Batches.id(parent, 16));
  }

  private static KeyValue number(String key, long value) {
    return Batches.attribute(key, AnyValue.newBuilder().setIntValue(value));
  }

  private static List<Document> documents(List<String> annotated, Span... spans)
      throws IOException {
    return Segments.of(Batches.of("shop", spans), annotated).documents();
  }

  private static JsonNode only(List<Document> documents) throws IOException {
    assertThat(documents).hasSize(1);
    return JSON.readTree(documents.get(0).json());
  }
}
