// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** DynamoDB Local takes 100,000 spans through faults, and every one is there and counted once. */
class DynamoDbProofTest extends OnLocalDynamoDb {

  private static final int TRACES = 4_000;
  private static final int SPANS = 100_000;

  @Test
  void allSpansArriveThroughFaultsAndAreCountedOnce() {
    proxy.every(10);
    run.traces(TRACES, SPANS);

    assertThat(run.flush()).isTrue();
    assertThat(run.sent()).isEqualTo(SPANS);
    assertThat(run.dropped()).isZero();
    assertThat(proxy.faults()).isGreaterThan(100);
    assertThat(parts()).hasSize(TRACES).allMatch(DynamoDbProofTest::isWhole);
  }

  private static boolean isWhole(Map<String, AttributeValue> trace) {
    return trace.get("span_count").n().equals(String.valueOf(SPANS / TRACES))
        && spans(trace.get("trace_id")) == SPANS / TRACES
        && trace.get("root").s().startsWith("root-");
  }

  /** By a query each: every page of a scan takes DynamoDB Local as long as all that follow. */
  private static int spans(AttributeValue traceId) {
    return db.query(
            query ->
                query
                    .tableName("spans")
                    .keyConditionExpression("trace_id = :trace")
                    .expressionAttributeValues(Map.of(":trace", traceId))
                    .select(Select.COUNT))
        .count();
  }
}
