// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** What has become of each order, in DynamoDB: without a word about tracing. */
@ApplicationScoped
public class Tickets {

  private static final String TABLE = "tickets";
  private static final String TICKET = "ticket";
  private static final String STATE = "state";

  @Inject DynamoDbClient dynamoDb;

  /** Makes the table. */
  void create() {
    AttributeDefinition ticket =
        AttributeDefinition.builder().attributeName(TICKET).attributeType("S").build();
    KeySchemaElement key =
        KeySchemaElement.builder().attributeName(TICKET).keyType(KeyType.HASH).build();
    dynamoDb.createTable(
        table ->
            table
                .tableName(TABLE)
                .attributeDefinitions(ticket)
                .keySchema(key)
                .billingMode(BillingMode.PAY_PER_REQUEST));
    dynamoDb.waiter().waitUntilTableExists(table -> table.tableName(TABLE));
  }

  void note(String ticket, String state) {
    dynamoDb.putItem(
        put -> put.tableName(TABLE).item(Map.of(TICKET, text(ticket), STATE, text(state))));
  }

  Optional<String> state(String ticket) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(TABLE).key(Map.of(TICKET, text(ticket)))).item();
    return Optional.ofNullable(item.get(STATE)).map(AttributeValue::s);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
