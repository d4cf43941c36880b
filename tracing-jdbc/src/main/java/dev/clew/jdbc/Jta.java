// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

/**
 * Looks for the container's transactions until they are found, or not worth it. The only one to
 * load what needs Jakarta Transactions. Thread-safe.
 */
final class Jta {

  /** Not every thread sees the names of an application. */
  private static final int ATTEMPTS = 16;

  private volatile JtaTransactions found;
  private volatile int attempts;

  /** {@code null} where there are none. */
  JtaTransactions find() {
    if (found == null && attempts < ATTEMPTS) {
      search();
    }
    return found;
  }

  private synchronized void search() {
    if (found == null) {
      attempts++;
      try {
        found = JtaTransactions.find();
      } catch (LinkageError absent) {
        attempts = ATTEMPTS;
      }
    }
  }
}
