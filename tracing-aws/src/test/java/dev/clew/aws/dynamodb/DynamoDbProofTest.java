// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.aws.FaultyProxy;
import dev.clew.aws.SenderRun;
import org.junit.jupiter.api.Test;

/**
 * All spans arrive through faults, and are counted once; at the scale that DynamoDB Local lacks.
 */
class DynamoDbProofTest {

  @Test
  void allSpansArriveThroughFaultsAndAreCountedOnce() throws Exception {
    try (MemoryTables tables = new MemoryTables();
        FaultyProxy proxy = new FaultyProxy(tables.uri());
        SenderRun run = new SenderRun("dynamodb").set("clew.aws.dynamodb.endpoint", proxy.uri())) {
      run.traces(10_000, 100_000);

      assertThat(run.flush()).isTrue();
      assertThat(run.sent()).isEqualTo(100_000);
      assertThat(run.dropped()).isZero();
      assertThat(proxy.faults()).isGreaterThan(100);
      assertThat(tables.violations()).isEmpty();
      assertThat(tables.items("spans")).hasSize(100_000);
      assertThat(tables.items("traces"))
          .hasSize(10_000)
          .allMatch(trace -> trace.at("/span_count/N").asText().equals("10"));
    }
  }
}
