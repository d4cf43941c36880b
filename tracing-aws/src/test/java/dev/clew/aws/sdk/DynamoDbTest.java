// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.FakeAws;
import dev.clew.emulators.DynamoDb;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.StatusCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What calls of DynamoDB say, against DynamoDB Local. */
class DynamoDbTest {

  private static DynamoDb server;
  private static URI endpoint;
  private static DynamoDbClient db;

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  @BeforeAll
  static void start() throws Exception {
    server = DynamoDb.start();
    endpoint = server.uri();
    db =
        FakeAws.prepared(DynamoDbClient.builder(), endpoint)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    db.createTable(
        table ->
            table
                .tableName("orders")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("id"), text("customer"))
                .keySchema(hash("id"))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("by-customer")
                        .keySchema(hash("customer"))
                        .projection(all -> all.projectionType(ProjectionType.ALL))
                        .build()));
  }

  @AfterAll
  static void stop() throws Exception {
    db.close();
    server.stop();
  }

  @Test
  void itemIsPutIntoATable() {
    db.putItem(
        put ->
            put.tableName("orders")
                .item(order("1"))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

    FinishedSpan call = tracing.take("DynamoDB.PutItem");
    assertThat(call.attributes())
        .containsEntry("db.system.name", "aws.dynamodb")
        .containsEntry("db.operation.name", "PutItem")
        .containsEntry("db.collection.name", "orders")
        .containsEntry("aws.dynamodb.table_names", List.of("orders"))
        .containsKey("aws.request_id")
        .extractingByKey(
            "aws.dynamodb.consumed_capacity", InstanceOfAssertFactories.list(String.class))
        .singleElement()
        .isEqualTo("{\"TableName\":\"orders\",\"CapacityUnits\":2.0}");
    assertThat(call.toString()).doesNotContain("alice");
  }

  @Test
  void queryTellsIndexAndCounts() {
    db.putItem(put -> put.tableName("orders").item(order("2")));
    db.query(
        query ->
            query
                .tableName("orders")
                .indexName("by-customer")
                .keyConditionExpression("customer = :c")
                .expressionAttributeValues(Map.of(":c", AttributeValue.fromS("alice")))
                .scanIndexForward(false)
                .limit(1));
    tracing.take("DynamoDB.PutItem");

    FinishedSpan call = tracing.take("DynamoDB.Query");
    assertThat(call.attributes())
        .containsEntry("aws.dynamodb.index_name", "by-customer")
        .containsEntry("aws.dynamodb.scan_forward", false)
        .containsEntry("aws.dynamodb.limit", 1L)
        .containsEntry("aws.dynamodb.count", 1L)
        .containsEntry("aws.dynamodb.scanned_count", 1L);
    assertThat(call.toString()).doesNotContain("alice");
  }

  @Test
  void batchNamesItsTables() {
    WriteRequest put =
        WriteRequest.builder().putRequest(PutRequest.builder().item(order("3")).build()).build();
    db.batchWriteItem(batch -> batch.requestItems(Map.of("orders", List.of(put))));

    assertThat(tracing.take("DynamoDB.BatchWriteItem").attributes())
        .containsEntry("aws.dynamodb.table_names", List.of("orders"))
        .doesNotContainKey("db.collection.name");
  }

  @Test
  void conditionThatFailsIsAnError() {
    db.putItem(put -> put.tableName("orders").item(order("4")));
    assertThatThrownBy(
            () ->
                db.putItem(
                    put ->
                        put.tableName("orders")
                            .item(order("4"))
                            .conditionExpression("attribute_not_exists(id)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    tracing.take("DynamoDB.PutItem");

    FinishedSpan call = tracing.take("DynamoDB.PutItem");
    assertThat(call.status()).isEqualTo(StatusCode.ERROR);
    assertThat(call.text("rpc.response.status_code")).isEqualTo("ConditionalCheckFailedException");
    assertThat(call.attributes()).containsEntry("http.response.status_code", 400L);
  }

  @Test
  void asynchronousClientSaysTheSame() {
    try (DynamoDbAsyncClient client =
        FakeAws.prepared(DynamoDbAsyncClient.builder(), endpoint)
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .build()) {
      client.listTables().join();
    }

    assertThat(tracing.take("DynamoDB.ListTables").attributes())
        .containsEntry("aws.dynamodb.table_count", 1L);
  }

  private static Map<String, AttributeValue> order(String id) {
    return Map.of("id", AttributeValue.fromS(id), "customer", AttributeValue.fromS("alice"));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement hash(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }
}
