// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Guard;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The transactions in which a bean is called with messages. Nothing here throws. */
final class MessageTransaction {

  /** Jakarta Transactions 2.0, chapter 4. */
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  /** {@code null} where there are no transactions. */
  private final TransactionSynchronizationRegistry registry;

  private MessageTransaction(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  /** Those of the application that calls this. */
  static MessageTransaction find() {
    try {
      return new MessageTransaction(InitialContext.doLookup(REGISTRY));
    } catch (NamingException none) {
      return new MessageTransaction(null);
    } catch (Throwable failure) {
      Guard.failed("look up the registry of transactions", failure);
      return new MessageTransaction(null);
    }
  }

  /** Whether that of this thread can end in no other way than undone. */
  boolean isDoomed() {
    try {
      return registry != null && registry.getTransactionKey() != null && registry.getRollbackOnly();
    } catch (Throwable failure) {
      Guard.failed("ask whether a transaction is to be rolled back", failure);
      return false;
    }
  }
}
