// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.Xid;

/**
 * The branches of global transactions that have begun on connections of one source and have not
 * ended. Another connection of the source may commit them. Thread-safe.
 */
final class XaBranches {

  /** More than any database keeps open; further ones are not traced. */
  private static final int MAX = 10_000;

  private final Map<Id, Branch> open = new ConcurrentHashMap<>();

  /** Xids need not be comparable themselves. */
  private record Id(int format, ByteBuffer global, ByteBuffer branch) {

    static Id of(Xid xid) {
      return new Id(
          xid.getFormatId(),
          ByteBuffer.wrap(xid.getGlobalTransactionId()),
          ByteBuffer.wrap(xid.getBranchQualifier()));
    }
  }

  /** A branch belongs to its connection until it is prepared: then that is {@code null}. */
  private record Branch(Transaction transaction, TracedXaConnection connection) {}

  boolean isFull() {
    return open.size() >= MAX;
  }

  void began(Xid xid, Transaction transaction, TracedXaConnection connection) {
    Branch before = open.put(Id.of(xid), new Branch(transaction, connection));
    if (before != null) {
      before.transaction.end(Outcome.UNKNOWN);
    }
  }

  /** The branch outlives its connection from now on. */
  void prepared(Xid xid) {
    open.computeIfPresent(Id.of(xid), (id, branch) -> new Branch(branch.transaction, null));
  }

  /** The branch is over; {@code null} where its begin was not seen. */
  Transaction take(Xid xid) {
    Branch branch = open.remove(Id.of(xid));
    return branch == null ? null : branch.transaction;
  }

  /** The connection has been closed: the database rolls back what was not prepared. */
  void closed(TracedXaConnection connection) {
    for (Map.Entry<Id, Branch> entry : open.entrySet()) {
      Branch branch = entry.getValue();
      if (branch.connection == connection && open.remove(entry.getKey(), branch)) {
        branch.transaction.in(connection.database()).end(Outcome.UNKNOWN);
      }
    }
  }
}
