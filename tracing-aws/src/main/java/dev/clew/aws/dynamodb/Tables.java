// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The two tables: their names, how long items stay, and making them where that is asked for. */
final class Tables {

  /** Of all parts of traces. */
  static final String INDEX = "by-service-and-start";

  /** Of those alone in which something has failed. */
  static final String FAILED_INDEX = "failed-by-service-and-start";

  private final String prefix;
  private final boolean create;
  private final Duration retention;

  Tables(Settings settings) {
    this.prefix = settings.get(AwsOptions.DYNAMODB_PREFIX);
    this.create = settings.get(AwsOptions.DYNAMODB_CREATE);
    this.retention = settings.get(AwsOptions.DYNAMODB_RETENTION);
  }

  String spans() {
    return prefix + "spans";
  }

  String traces() {
    return prefix + "traces";
  }

  /** When what is written now is to go, in seconds since 1970. */
  long expiry() {
    return Instant.now().plus(retention).getEpochSecond();
  }

  /** Makes what is missing, with capacity on demand, and waits until it can be used. */
  void createIfAsked(DynamoDbClient client, Delivery delivery)
      throws IOException, InterruptedException {
    if (create) {
      make(client, delivery, spansTable());
      make(client, delivery, tracesTable());
    }
  }

  /** As above, or sees whether they are there. */
  void prepare(DynamoDbClient client, Delivery delivery) throws IOException, InterruptedException {
    createIfAsked(client, delivery);
    if (!create) {
      find(client, spansTable());
      find(client, tracesTable());
    }
  }

  private CreateTableRequest spansTable() {
    return CreateTableRequest.builder()
        .tableName(spans())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(text(Names.TRACE_ID), text(Names.SPAN_ID))
        .keySchema(key(Names.TRACE_ID, KeyType.HASH), key(Names.SPAN_ID, KeyType.RANGE))
        .build();
  }

  private CreateTableRequest tracesTable() {
    return CreateTableRequest.builder()
        .tableName(traces())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            text(Names.TRACE_ID),
            text(Names.SERVICE),
            text(Names.FAILED),
            attribute(Names.START, ScalarAttributeType.N))
        .keySchema(key(Names.TRACE_ID, KeyType.HASH), key(Names.SERVICE, KeyType.RANGE))
        .globalSecondaryIndexes(index(INDEX, Names.SERVICE), index(FAILED_INDEX, Names.FAILED))
        .build();
  }

  private static GlobalSecondaryIndex index(String name, String service) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(service, KeyType.HASH), key(Names.START, KeyType.RANGE))
        .projection(all -> all.projectionType(ProjectionType.ALL))
        .build();
  }

  private static void make(DynamoDbClient client, Delivery delivery, CreateTableRequest table)
      throws IOException, InterruptedException {
    String name = table.tableName();
    for (int attempt = 1; !isActive(client, table); attempt++) {
      delivery.pause(attempt, "table " + name + " is not ready yet");
    }
    if (isForEver(client, name)) {
      expire(client, name);
    }
  }

  /** Whether nobody has seen to it that items expire. */
  private static boolean isForEver(DynamoDbClient client, String table) {
    return client
            .describeTimeToLive(of -> of.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus()
        == TimeToLiveStatus.DISABLED;
  }

  private static void expire(DynamoDbClient client, String table) {
    try {
      client.updateTimeToLive(
          of ->
              of.tableName(table)
                  .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(Names.EXPIRES)));
    } catch (DynamoDbException failed) {
      // Of several processes that start together one is the first.
      if (isForEver(client, table)) {
        throw failed;
      }
    }
  }

  private static boolean isActive(DynamoDbClient client, CreateTableRequest table)
      throws IOException {
    TableDescription found;
    try {
      found = find(client, table);
    } catch (ResourceNotFoundException missing) {
      try {
        found = client.createTable(table).tableDescription();
      } catch (ResourceInUseException somebodyElseDoes) {
        return false;
      }
    }
    return found.tableStatus() == TableStatus.ACTIVE;
  }

  private static TableDescription find(DynamoDbClient client, CreateTableRequest table)
      throws IOException {
    TableDescription found = client.describeTable(of -> of.tableName(table.tableName())).table();
    if (!Set.copyOf(found.keySchema()).equals(Set.copyOf(table.keySchema()))) {
      throw new IOException(
          "table %s has other keys than Clew's: choose another clew.aws.dynamodb.table.prefix"
              .formatted(table.tableName()));
    }
    return found;
  }

  private static AttributeDefinition text(String name) {
    return attribute(name, ScalarAttributeType.S);
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
