// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.sender.Delivery;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes items of which nothing is counted: writing them again changes nothing. */
final class PlainPuts {

  /** DynamoDB takes 25 items, 16 MB; none of these has more than 310 KB. */
  private static final int MAX_ITEMS = 25;

  private final DynamoDbClient client;
  private final String table;

  PlainPuts(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Writes items; those that DynamoDB leaves unprocessed again, alone. */
  void write(List<Map<String, AttributeValue>> items, Delivery delivery)
      throws IOException, InterruptedException {
    List<WriteRequest> writes = items.stream().map(PlainPuts::put).toList();
    for (int start = 0; start < writes.size(); start += MAX_ITEMS) {
      int end = Math.min(writes.size(), start + MAX_ITEMS);
      delivery.complete(writes.subList(start, end), this::unprocessed);
    }
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  private List<WriteRequest> unprocessed(List<WriteRequest> writes) {
    return client
        .batchWriteItem(batch -> batch.requestItems(Map.of(table, writes)))
        .unprocessedItems()
        .getOrDefault(table, List.of());
  }
}
