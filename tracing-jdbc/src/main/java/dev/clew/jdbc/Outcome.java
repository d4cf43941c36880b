// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

/** How a transaction ended. */
enum Outcome {
  COMMIT("commit"),
  ROLLBACK("rollback"),
  /** Whoever could have told was closed or forgotten before, or does not know. */
  UNKNOWN("unknown");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** As spans say it. */
  String text() {
    return text;
  }
}
