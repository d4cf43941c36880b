// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.sender.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes what did not fit into items of spans, before these: so that whoever finds a span finds all
 * of it. Writing it again changes nothing.
 */
final class Overflow {

  /** DynamoDB takes 25 items, 16 MB; each of these has 300 KB. */
  private static final int MAX_ITEMS = 25;

  private final DynamoDbClient client;
  private final String table;

  Overflow(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  void write(List<TraceWrite> traces, Delivery delivery) throws IOException, InterruptedException {
    List<WriteRequest> writes = new ArrayList<>();
    for (TraceWrite trace : traces) {
      for (SpanItem span : trace.pending()) {
        for (Map<String, AttributeValue> item : span.overflow()) {
          writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        }
      }
    }
    for (int start = 0; start < writes.size(); start += MAX_ITEMS) {
      int end = Math.min(writes.size(), start + MAX_ITEMS);
      delivery.complete(writes.subList(start, end), this::unprocessed);
    }
  }

  private List<WriteRequest> unprocessed(List<WriteRequest> writes) {
    return client
        .batchWriteItem(batch -> batch.requestItems(Map.of(table, writes)))
        .unprocessedItems()
        .getOrDefault(table, List.of());
  }
}
