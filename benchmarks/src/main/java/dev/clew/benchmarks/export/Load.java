// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import java.util.List;

/** How many spans are offered. */
public enum Load {
  /** What everybody delivers: so much a second. */
  STEADY(20_000),
  /** What a large service might record in a second; young collections are looked at, too. */
  HIGH(100_000),
  /** As many as two threads can record. */
  FULL(0);

  private final int perSecond;

  Load(int perSecond) {
    this.perSecond = perSecond;
  }

  /** 0 for no limit. */
  public int perSecond() {
    return perSecond;
  }

  /** What the JVM that sends needs to be told for it. */
  List<String> flags() {
    return this == HIGH ? YoungCollections.FLAGS : List.of();
  }
}
