// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.Database;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Spans of the container's transactions: one for each, from its first statement to its end,
 * whichever DataSources take part. The container is told to tell; connections do not see the end,
 * as they are given back before. Needs Jakarta Transactions. Thread-safe.
 */
final class JtaTransactions {

  /** Under which a transaction keeps what waits for its end. */
  private static final Object KEY = new Object();

  private final TransactionSynchronizationRegistry registry;

  private JtaTransactions(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  /** Those of this container; {@code null} where it has none, or this thread does not see them. */
  static JtaTransactions find() {
    try {
      InitialContext names = new InitialContext();
      try {
        Object found = names.lookup("java:comp/TransactionSynchronizationRegistry");
        return found instanceof TransactionSynchronizationRegistry registry
            ? new JtaTransactions(registry)
            : null;
      } finally {
        names.close();
      }
    } catch (NamingException none) {
      return null;
    }
  }

  /**
   * A statement is about to be executed on this thread.
   *
   * @return whether that is in one of the container's transactions
   */
  boolean isActive(ApplicationTracing application, Database database) {
    if (registry.getTransactionKey() == null) {
      return false;
    }
    if (registry.getTransactionStatus() == Status.STATUS_ACTIVE
        && registry.getResource(KEY) == null) {
      Ending ending = new Ending();
      registry.registerInterposedSynchronization(ending);
      registry.putResource(KEY, ending);
      ending.transaction = Transaction.start(application).in(database);
    }
    return true;
  }

  private static final class Ending implements Synchronization {

    private volatile Transaction transaction;

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      Transaction ended = transaction;
      if (ended != null) {
        ended.end(
            switch (status) {
              case Status.STATUS_COMMITTED -> Outcome.COMMIT;
              case Status.STATUS_ROLLEDBACK -> Outcome.ROLLBACK;
              default -> Outcome.UNKNOWN;
            });
      }
    }
  }
}
