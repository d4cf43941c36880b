// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import static dev.clew.aws.Batches.attribute;
import static dev.clew.aws.Batches.hex;
import static dev.clew.aws.Batches.id;
import static dev.clew.aws.Batches.span;
import static dev.clew.aws.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** From spans to the tables of DynamoDB Local, behind a proxy that lets requests go wrong. */
class DynamoDbSenderTest extends OnLocalDynamoDb {

  private static final int TRACES = 8;
  private static final int ROUNDS = 20;

  @Test
  void allSpansArriveThroughFaultsAndAreCountedOnce() {
    proxy.every(10);
    run.traces(200, 2_000);

    assertThat(run.flush()).isTrue();
    assertThat(run.sent()).isEqualTo(2_000);
    assertThat(run.dropped()).isZero();
    assertThat(proxy.faults()).isPositive();
    assertThat(all("spans")).hasSize(2_000);
    assertThat(parts())
        .hasSize(200)
        .allMatch(trace -> trace.get("span_count").n().equals("10"))
        .allMatch(trace -> trace.get("root").s().startsWith("root-"));
  }

  @Test
  void traceOfManySpansIsCountedOnce() {
    proxy.every(10);
    run.traces(1, 5_000);

    assertThat(run.flush()).isTrue();
    assertThat(all("spans")).hasSize(5_000);
    assertThat(parts())
        .singleElement(map(String.class, AttributeValue.class))
        .containsEntry("span_count", AttributeValue.fromN("5000"))
        .containsEntry("root", AttributeValue.fromS("root-0"))
        .containsEntry("operations_more", AttributeValue.fromBool(true));
  }

  @Test
  void processesThatWriteTheSameTracesAtOnceCountEachSpanOnce() throws Exception {
    ExecutorService processes = Executors.newFixedThreadPool(3);
    try {
      List<Future<Void>> sending = new ArrayList<>();
      for (int process = 1; process <= 3; process++) {
        String service = process == 3 ? "stock" : "shop";
        int first = 1_000 * process;
        sending.add(processes.submit(() -> sendRounds(service, first)));
      }
      for (Future<Void> one : sending) {
        one.get();
      }
    } finally {
      processes.shutdownNow();
    }

    assertThat(all("spans")).hasSize(3 * ROUNDS * TRACES);
    assertThat(parts())
        .hasSize(2 * TRACES)
        .allMatch(part -> part.get("span_count").n().equals(count(part.get("service").s())));
  }

  private Void sendRounds(String service, int first) throws Exception {
    try (Sender sender = new DynamoDbSenderProvider().create(run.settings())) {
      for (int round = 0; round < ROUNDS; round++) {
        Span[] spans = new Span[TRACES];
        for (int trace = 0; trace < TRACES; trace++) {
          String number = String.valueOf(first + round * TRACES + trace);
          spans[trace] = span(String.valueOf(trace + 1), number).build();
        }
        sender.send(Batches.of(service, spans), LONG);
      }
    }
    return null;
  }

  private static String count(String service) {
    return String.valueOf(service.equals("shop") ? 2 * ROUNDS : ROUNDS);
  }

  @Test
  void tablesAreMadeWithCapacityOnDemandAndExpiry() {
    run.set("clew.aws.dynamodb.table.prefix", "clew-").set("clew.aws.dynamodb.retention", "1h");
    long before = Instant.now().getEpochSecond();
    run.traces(1, 1).flush();

    for (String table : List.of("clew-spans", "clew-traces")) {
      assertThat(db.describeTable(of -> of.tableName(table)).table().billingModeSummary())
          .satisfies(mode -> assertThat(mode.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST));
      assertThat(db.describeTimeToLive(of -> of.tableName(table)).timeToLiveDescription())
          .satisfies(ttl -> assertThat(ttl.attributeName()).isEqualTo("expires"))
          .satisfies(ttl -> assertThat(ttl.timeToLiveStatus()).isIn(TimeToLiveStatus.ENABLED));
      assertThat(Long.parseLong(all(table).get(0).get("expires").n()) - before)
          .isBetween(3_600L, 4_000L);
    }
  }

  @Test
  void spanCanBeAskedForAndReadWithoutClew() throws Exception {
    Span span =
        span("1", "2")
            .setParentSpanId(id("3", 16))
            .setKind(Span.SpanKind.SPAN_KIND_SERVER)
            .setStatus(ERROR)
            .addAttributes(text("http.route", "/orders"))
            .addAttributes(attribute("count", AnyValue.newBuilder().setIntValue(7)))
            .addAttributes(attribute("ratio", AnyValue.newBuilder().setDoubleValue(0.5)))
            .addAttributes(attribute("none", AnyValue.newBuilder().setDoubleValue(Double.NaN)))
            .addAttributes(attribute("ok", AnyValue.newBuilder().setBoolValue(true)))
            .addAttributes(
                attribute(
                    "list",
                    AnyValue.newBuilder()
                        .setArrayValue(
                            ArrayValue.newBuilder()
                                .addValues(AnyValue.newBuilder().setStringValue("a")))))
            .build();
    assertThat(send("shop", span)).isEqualTo(SendResult.success());

    Map<String, AttributeValue> item = all("spans").get(0);
    assertThat(item)
        .containsEntry("trace_id", AttributeValue.fromS(hex("1", 32)))
        .containsEntry("span_id", AttributeValue.fromS(hex("2", 16)))
        .containsEntry("parent_id", AttributeValue.fromS(hex("3", 16)))
        .containsEntry("service", AttributeValue.fromS("shop"))
        .containsEntry("name", AttributeValue.fromS("span-2"))
        .containsEntry("kind", AttributeValue.fromS("server"))
        .containsEntry("duration", AttributeValue.fromN("500000000"))
        .containsEntry("error", AttributeValue.fromBool(true))
        .doesNotContainKeys("attributes_omitted", "otlp_parts");
    assertThat(item.get("attributes").m())
        .containsEntry("http.route", AttributeValue.fromS("/orders"))
        .containsEntry("count", AttributeValue.fromN("7"))
        .containsEntry("ratio", AttributeValue.fromN("0.5"))
        .containsEntry("none", AttributeValue.fromS("NaN"))
        .containsEntry("ok", AttributeValue.fromBool(true))
        .containsEntry("list", AttributeValue.fromL(List.of(AttributeValue.fromS("a"))));
    assertThat(onlySpan(item.get("otlp").b().asByteArray())).isEqualTo(span);
  }

  @Test
  void everyServiceOfATraceHasItsOwnSummaryInTheIndex() throws Exception {
    send("stock", span("1", "3").setParentSpanId(id("2", 16)).build());
    send("shop", span("1", "4").setParentSpanId(id("2", 16)).build());
    send(
        "shop",
        span("1", "2").setName("POST /orders").setStartTimeUnixNano(START - 5).build(),
        span("1", "5").setParentSpanId(id("2", 16)).setStatus(ERROR).build());

    assertThat(index("by-service-and-start", "service", "stock"))
        .singleElement(map(String.class, AttributeValue.class))
        .containsEntry("trace_id", AttributeValue.fromS(hex("1", 32)))
        .containsEntry("first", AttributeValue.fromS("span-3"))
        .containsEntry("span_count", AttributeValue.fromN("1"))
        .doesNotContainKeys("root", "failed");
    Map<String, AttributeValue> shop = index("by-service-and-start", "service", "shop").get(0);
    assertThat(shop)
        .containsEntry("root", AttributeValue.fromS("POST /orders"))
        .containsEntry("first", AttributeValue.fromS("POST /orders"))
        .containsEntry("start", AttributeValue.fromN(String.valueOf(START - 5)))
        .containsEntry("duration", AttributeValue.fromN("500000005"))
        .containsEntry("span_count", AttributeValue.fromN("3"))
        .containsEntry("error_count", AttributeValue.fromN("1"));
    assertThat(shop.get("operations").ss())
        .containsExactlyInAnyOrder("POST /orders", "span-4", "span-5");
    assertThat(index("failed-by-service-and-start", "failed", "shop")).containsExactly(shop);
    assertThat(index("failed-by-service-and-start", "failed", "stock")).isEmpty();
  }

  private static List<Map<String, AttributeValue>> index(String index, String key, String service) {
    return db.query(
            query ->
                query
                    .tableName("traces")
                    .indexName(index)
                    .keyConditionExpression(key + " = :service")
                    .expressionAttributeValues(Map.of(":service", AttributeValue.fromS(service))))
        .items();
  }

  @Test
  void namesAreListedOnceAProcessHasSeenThem() throws Exception {
    try (Sender sender = new DynamoDbSenderProvider().create(run.settings())) {
      sender.send(Batches.of("shop", span("1", "1").setName("GET /").build()), LONG);
      sender.send(Batches.of("shop", span("2", "2").setName("GET /").build()), LONG);
    }

    assertThat(proxy.operations()).containsOnlyOnce("BatchWriteItem");
    assertThat(all("traces"))
        .filteredOn(item -> !item.containsKey("start"))
        .extracting(item -> item.get("trace_id").s() + ": " + item.get("service").s())
        .containsExactlyInAnyOrder("#services: shop", "#operations shop: internal GET /");
  }

  @Test
  void summaryOfManyLongNamesFitsIntoAWriteUnit() throws Exception {
    Span[] spans = new Span[100];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = span("1", String.valueOf(i + 1)).setName("\u20ac".repeat(40) + i).build();
    }
    assertThat(send("shop", spans)).isEqualTo(SendResult.success());

    assertThat(Values.size(parts().get(0))).isLessThan(1_024);
    assertThat(parts().get(0)).containsEntry("operations_more", AttributeValue.fromBool(true));
  }

  @Test
  void namesThatNoKeyHasRoomForAreCut() throws Exception {
    Span span = span("1", "1").setName("\ud83d\ude00".repeat(2_000)).build();
    assertThat(send("\u20ac".repeat(5_000), span)).isEqualTo(SendResult.success());

    assertThat(parts().get(0).get("service").s()).isEqualTo("\u20ac".repeat(333));
    assertThat(parts().get(0).get("first").s()).isEqualTo("\ud83d\ude00".repeat(250));
  }

  @Test
  void tablesOfOtherKeysAreTold() throws Exception {
    db.createTable(
        table ->
            table
                .tableName("spans")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder().attributeName("id").attributeType("S").build())
                .keySchema(KeySchemaElement.builder().attributeName("id").keyType("HASH").build()));

    assertThatThrownBy(() -> send("shop", span("1", "1").build()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("table spans")
        .hasMessageContaining("clew.aws.dynamodb.table.prefix");
  }

  @Test
  void spansThatAreSentTwiceAreCountedOnce() throws Exception {
    send("shop", span("1", "2").build(), span("1", "3").build());
    SendResult again =
        send("shop", span("1", "2").build(), span("1", "3").build(), span("1", "4").build());

    assertThat(again).isEqualTo(SendResult.success());
    assertThat(all("spans")).hasSize(3);
    assertThat(parts().get(0)).containsEntry("span_count", AttributeValue.fromN("3"));
  }

  @Test
  void spanOfMoreThanAnItemIsKeptWhole() throws Exception {
    Span large =
        span("1", "2")
            .addAttributes(text("small", "x"))
            .addAttributes(text("body", "y".repeat(1_000_000)))
            .build();
    assertThat(send("shop", large)).isEqualTo(SendResult.success());

    List<Map<String, AttributeValue>> items =
        db.query(
                query ->
                    query
                        .tableName("spans")
                        .keyConditionExpression("trace_id = :t")
                        .expressionAttributeValues(
                            Map.of(":t", AttributeValue.fromS(hex("1", 32)))))
            .items();
    assertThat(items).extracting(item -> item.get("span_id").s()).isSorted().hasSize(4);
    assertThat(items.get(0))
        .containsEntry("otlp_parts", AttributeValue.fromN("4"))
        .containsEntry("attributes_omitted", AttributeValue.fromN("1"));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (Map<String, AttributeValue> item : items) {
      whole.write(item.get("otlp").b().asByteArray());
    }
    assertThat(onlySpan(whole.toByteArray())).isEqualTo(large);
  }

  @Test
  void whatDynamoDbLeavesUnprocessedIsSentAgainAlone() throws Exception {
    try (FakeAws aws = new FakeAws()) {
      run.set("clew.aws.dynamodb.endpoint", aws.uri().toString())
          .set("clew.aws.dynamodb.table.create", "false");
      aws.answer("{}")
          .answer(
              """
              {"UnprocessedItems": {"spans": [{"PutRequest": {"Item": {
                "trace_id": {"S": "t"}, "span_id": {"S": "s#2"}}}}]}}""")
          .answer("{}");
      send("shop", span("1", "2").addAttributes(text("body", "y".repeat(800_000))).build());

      assertThat(aws.requests())
          .extracting(request -> request.headers().get("X-Amz-Target"))
          .containsExactly(
              "DynamoDB_20120810.BatchWriteItem",
              "DynamoDB_20120810.BatchWriteItem",
              "DynamoDB_20120810.BatchWriteItem",
              "DynamoDB_20120810.TransactWriteItems");
      assertThat(aws.requests().get(2).body()).contains("s#2").doesNotContain("yyy");
    }
  }

  @Test
  void spansWaitForTablesThatSomebodyElseMakes() throws Exception {
    run.set("clew.aws.dynamodb.table.create", "false");
    Batch batch = Batches.of("shop", span("1", "2").build());
    try (Sender sender = new DynamoDbSenderProvider().create(run.settings())) {
      assertThatThrownBy(() -> sender.send(batch, Duration.ofMillis(500)))
          .isInstanceOf(IOException.class);
    }
  }

  private static Span onlySpan(byte[] otlp) throws Exception {
    return ExportTraceServiceRequest.parseFrom(otlp)
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpans(0);
  }
}
