// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.aws.FakeAws;
import dev.clew.emulators.DynamoDb;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.ThrowingOpenTelemetry;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** From an item to whoever reads its change, by a stream of DynamoDB Local. */
class DynamoDbTracingTest {

  private static final String TABLE = "orders";

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private static DynamoDb server;

  @BeforeAll
  static void serve() throws Exception {
    server = DynamoDb.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @Test
  void changeIsProcessedInTheTraceOfWhoWroteTheItem() {
    try (DynamoDbClient tables =
            FakeAws.prepared(DynamoDbClient.builder(), server.uri())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        DynamoDbStreamsClient streams =
            FakeAws.prepared(DynamoDbStreamsClient.builder(), server.uri())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      String stream = create(tables);
      Span writer = tracing.tracer().spanBuilder("write").startSpan();
      try (Scope current = writer.makeCurrent()) {
        assertThat(current).isNotNull();
        Map<String, AttributeValue> item = new HashMap<>(DynamoDbTracing.attributes());
        item.put("id", AttributeValue.fromS("1"));
        tables.putItem(put -> put.tableName(TABLE).item(item));
      }
      writer.end();
      tables.putItem(put -> put.tableName(TABLE).item(Map.of("id", AttributeValue.fromS("2"))));
      List<Map<String, AttributeValue>> changes =
          Awaitility.await()
              .atMost(60, TimeUnit.SECONDS)
              .until(() -> read(streams, stream), read -> read.size() == 2)
              .stream()
              .map(change -> change.dynamodb().newImage())
              .toList();

      DynamoDbTracing.process(TABLE, changes.get(0), () -> {});
      DynamoDbTracing.processAll("batch", changes, () -> {});
    }

    FinishedSpan writer = tracing.take("write");
    FinishedSpan processed = tracing.take("process orders");
    assertThat(processed.isChildOf(writer)).isTrue();
    assertThat(processed.attributes())
        .containsEntry("messaging.system", "aws.dynamodb")
        .containsEntry("messaging.destination.name", TABLE);
    assertThat(tracing.take("process batch").links())
        .extracting(FinishedSpan.Link::spanId)
        .containsExactly(writer.spanId());
    tracing.ignoreOthers();
  }

  @Test
  void nothingIsPutIntoItemsWhereNothingIsTraced() {
    assertThat(DynamoDbTracing.attributes()).isEmpty();
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      tracing.use(broken);
      int[] runs = new int[1];
      DynamoDbTracing.process(TABLE, DynamoDbTracing.attributes(), () -> runs[0]++);
      assertThat(runs).containsExactly(1);
    }
  }

  private static String create(DynamoDbClient tables) {
    return tables
        .createTable(
            create ->
                create
                    .tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .streamSpecification(
                        of -> of.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)))
        .tableDescription()
        .latestStreamArn();
  }

  private static List<Record> read(DynamoDbStreamsClient streams, String stream) {
    String shard =
        streams
            .describeStream(of -> of.streamArn(stream))
            .streamDescription()
            .shards()
            .get(0)
            .shardId();
    String iterator =
        streams
            .getShardIterator(
                from ->
                    from.streamArn(stream)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return streams.getRecords(from -> from.shardIterator(iterator)).records();
  }
}
