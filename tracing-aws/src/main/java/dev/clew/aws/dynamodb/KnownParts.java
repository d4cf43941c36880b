// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of traces that were last seen in the table, of those that were last written: a wrong
 * one costs a transaction, and is put right by its answer.
 */
final class KnownParts extends LinkedHashMap<PartKey, TracePart> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 4_000;

  KnownParts() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<PartKey, TracePart> eldest) {
    return size() > MOST;
  }
}
