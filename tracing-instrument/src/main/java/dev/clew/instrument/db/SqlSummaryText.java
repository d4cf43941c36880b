// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

/** Collects operations and targets. Not thread-safe. */
final class SqlSummaryText {

  /** As the semantic conventions have it; a word that does not fit is left out whole. */
  private static final int MAX_LENGTH = 255;

  private final StringBuilder summary = new StringBuilder();
  private final StringBuilder name = new StringBuilder();

  private String operation;
  private String target;
  private String procedure;
  private int operations;
  private int targets;
  private boolean isProcedure;
  private boolean afterDot;
  private boolean full;

  boolean hasOperation() {
    return operations > 0;
  }

  void operation(String word) {
    endTarget();
    if (operations++ == 0) {
      operation = word;
    }
    append(word);
  }

  void startTarget(String first, boolean procedureName) {
    endTarget();
    name.append(first);
    isProcedure = procedureName;
  }

  /** A dot goes on with a name that has just been said. */
  void dot() {
    afterDot = !name.isEmpty();
  }

  /** Takes the next part of a name, if that is what it is. */
  boolean continueTarget(String part) {
    if (!afterDot) {
      return false;
    }
    name.append('.').append(part);
    afterDot = false;
    return true;
  }

  void endTarget() {
    afterDot = false;
    if (name.isEmpty()) {
      return;
    }
    String ended = name.toString();
    name.setLength(0);
    append(ended);
    if (isProcedure) {
      procedure = ended;
    } else if (targets++ == 0) {
      target = ended;
    } else if (ended.equals(target)) {
      targets--;
    }
  }

  private void append(String word) {
    int separator = summary.isEmpty() ? 0 : 1;
    full |= summary.length() + separator + word.length() > MAX_LENGTH;
    if (!full) {
      summary.append(separator == 0 ? "" : " ").append(word);
    }
  }

  SqlQuery query(String sanitized, boolean parameterized) {
    endTarget();
    return new SqlQuery(
        sanitized,
        summary.toString(),
        operations == 1 ? operation : null,
        operations == 1 && targets == 1 ? target : null,
        procedure,
        parameterized,
        hash(summary));
  }

  /** FNV-1a, of 64 bits. */
  private static long hash(CharSequence text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
