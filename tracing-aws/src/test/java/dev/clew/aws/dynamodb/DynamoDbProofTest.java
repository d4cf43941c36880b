// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
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
    assertThat(count("spans")).isEqualTo(SPANS);
    assertThat(parts()).hasSize(TRACES).allMatch(DynamoDbProofTest::isWhole);
  }

  private static boolean isWhole(Map<String, AttributeValue> trace) {
    return trace.get("span_count").n().equals(String.valueOf(SPANS / TRACES))
        && trace.get("root").s().startsWith("root-");
  }

  /** How many items there are, of which none is fetched. */
  private static int count(String table) {
    return db.scanPaginator(scan -> scan.tableName(table).select(Select.COUNT)).stream()
        .mapToInt(ScanResponse::count)
        .sum();
  }
}
