// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Which parts of traces are wanted: those that may have a span that meets what is asked for.
 *
 * @param service its service
 * @param from the earliest start of that span, nanoseconds since 1970
 * @param to its latest start, included
 * @param failed whether it must have failed
 * @param operation its name; {@code null} for any
 * @param minDuration nanoseconds
 * @param atOnce how many parts are looked at by one request
 */
public record PartQuery(
    String service,
    long from,
    long to,
    boolean failed,
    String operation,
    long minDuration,
    int atOnce) {

  /** How long before {@link #from} a part may start of which a span is found. */
  public static final Duration LONGEST_PART = Duration.ofHours(1);

  /** Checks its arguments. */
  public PartQuery {
    Objects.requireNonNull(service);
  }

  /** The latest first. */
  QueryRequest request(String table) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":service", AttributeValue.fromS(SpanTables.key(service)));
    values.put(":earliest", Values.number(Math.max(0, from - LONGEST_PART.toNanos())));
    values.put(":from", Values.number(from));
    values.put(":to", Values.number(to));
    values.put(":shortest", Values.number(minDuration));
    Map<String, String> names = new HashMap<>();
    names.put("#key", failed ? Names.FAILED : Names.SERVICE);
    names.put("#start", Names.START);
    names.put("#end", Names.END);
    String filter = "#end >= :from AND " + Names.LONGEST + " >= :shortest";
    if (operation != null) {
      String name = Values.cut(operation, Values.MAX_KEY);
      values.put(":operation", AttributeValue.fromS(name));
      filter +=
          " AND (contains(%s, :operation) OR attribute_exists(%s))"
              .formatted(Names.OPERATIONS, Names.MORE_OPERATIONS);
    }
    return QueryRequest.builder()
        .tableName(table)
        .indexName(failed ? Tables.FAILED_INDEX : Tables.INDEX)
        .keyConditionExpression("#key = :service AND #start BETWEEN :earliest AND :to")
        .filterExpression(filter)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .scanIndexForward(false)
        .limit(atOnce)
        .build();
  }
}
