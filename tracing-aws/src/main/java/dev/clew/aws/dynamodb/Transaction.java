// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Spans and the summaries of their traces, to be written together or not at all: each span only if
 * it is not there yet, each summary only if it is still what it was. For one thread.
 */
final class Transaction {

  private static final int MAX_ITEMS = 100;

  /** DynamoDB takes 4 MB. */
  private static final int MAX_BYTES = 3_500_000;

  private static final String IS_NEW = "attribute_not_exists(" + Names.TRACE_ID + ")";

  private final Tables tables;
  private final List<Part> parts = new ArrayList<>();
  private int items;
  private int bytes;

  /**
   * What one trace has in it.
   *
   * @param before its summary in the table; {@code null} where there is none
   */
  record Part(TraceWrite trace, TracePart before, List<SpanItem> spans) {

    TracePart after() {
      TracePart sum = before;
      for (SpanItem span : spans) {
        sum = sum == null ? span.part() : sum.plus(span.part());
      }
      return sum;
    }
  }

  Transaction(Tables tables) {
    this.tables = tables;
  }

  /** Takes as many spans of a trace as there is room for; none where there is none. */
  void take(TraceWrite trace, TracePart before) {
    List<SpanItem> spans = new ArrayList<>();
    int count = items + 1;
    for (SpanItem span : trace.pending()) {
      if (count == MAX_ITEMS || bytes + span.size() > MAX_BYTES) {
        break;
      }
      spans.add(span);
      bytes += span.size();
      count++;
    }
    if (!spans.isEmpty()) {
      parts.add(new Part(trace, before, spans));
      items = count;
    }
  }

  boolean isFull() {
    return items >= MAX_ITEMS - 1 || bytes > MAX_BYTES / 2;
  }

  List<Part> parts() {
    return parts;
  }

  /** What is to be written: of each part its summary, then its spans. */
  List<TransactWriteItem> writes() {
    AttributeValue expires = Values.number(tables.expiry());
    List<TransactWriteItem> writes = new ArrayList<>();
    for (Part part : parts) {
      writes.add(summary(part, expires));
      for (SpanItem span : part.spans) {
        writes.add(
            write(
                Put.builder()
                    .tableName(tables.spans())
                    .item(span.item())
                    .conditionExpression(IS_NEW)));
      }
    }
    return writes;
  }

  /** Its number of spans only grows: it tells whether a summary is still what it was. */
  private TransactWriteItem summary(Part part, AttributeValue expires) {
    Put.Builder put =
        Put.builder()
            .tableName(tables.traces())
            .item(part.after().item(expires))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .conditionExpression(IS_NEW);
    if (part.before != null) {
      put.conditionExpression(Names.SPAN_COUNT + " = :before")
          .expressionAttributeValues(Map.of(":before", Values.number(part.before.spans())));
    }
    return write(put);
  }

  private static TransactWriteItem write(Put.Builder put) {
    return TransactWriteItem.builder().put(put.build()).build();
  }
}
