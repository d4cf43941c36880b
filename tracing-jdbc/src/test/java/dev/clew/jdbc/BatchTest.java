// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {

  private final Batch batch = new Batch();

  @Test
  void theSameTextIsKeptOnce() {
    batch.add("a");
    batch.add("a");

    assertThat(batch.text()).isEqualTo("a");
    assertThat(batch.size()).isEqualTo(2);
  }

  @Test
  void differentTextsAreJoinedUntilThereIsEnough() {
    for (int i = 0; i < 100_000; i++) {
      batch.add("insert " + i);
    }

    assertThat(batch.text()).startsWith("insert 0; insert 1; ").hasSizeLessThan(17 * 1024);
    assertThat(batch.size()).isEqualTo(100_000);
  }
}
