// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The summaries that were last seen in the table, of the traces that were last written: a wrong one
 * costs a transaction, and is put right by its answer.
 */
final class KnownSummaries extends LinkedHashMap<String, Summary> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 1_000;

  KnownSummaries() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, Summary> eldest) {
    return size() > MOST;
  }
}
