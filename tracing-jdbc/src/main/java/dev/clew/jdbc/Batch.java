// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

/**
 * What is waiting to be executed at once. Keeps as much of the texts as is worth recording. Not
 * thread-safe.
 */
final class Batch {

  private static final int MAX_TEXT = 16 * 1024;

  private long size;
  private String first;

  /** {@code null} while all texts are the same. */
  private StringBuilder texts;

  void add(String sql) {
    size++;
    if (texts != null) {
      append(sql);
    } else if (size == 1) {
      first = sql;
    } else if (sql != null && !sql.equals(first)) {
      texts = new StringBuilder().append(first);
      append(sql);
    }
  }

  private void append(String sql) {
    if (texts.length() < MAX_TEXT) {
      texts.append("; ").append(sql);
    }
  }

  long size() {
    return size;
  }

  /** The one text, or all of them; {@code null} where there is none. */
  String text() {
    return texts == null ? first : texts.toString();
  }
}
