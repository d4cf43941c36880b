// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

/** A transaction that a connection has begun, and that it ends. */
final class BegunTransaction extends OpenSpan {

  private final Transaction transaction;

  BegunTransaction(Transaction transaction, TracedConnection connection, OpenSpans others) {
    super(connection, others);
    this.transaction = transaction;
  }

  Transaction transaction() {
    return transaction;
  }

  @Override
  boolean isOf(TracedConnection connection) {
    return refersTo(connection);
  }

  @Override
  void finish(boolean abandoned) {
    transaction.end(Outcome.UNKNOWN);
  }
}
