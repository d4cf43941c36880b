// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.Guard;
import java.util.function.Consumer;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * An XAResource whose branches have spans, from their start to commit or rollback. Stands before
 * the driver's only where transactions are traced. Thread-safe where the one behind it is.
 */
final class TracedXaResource extends Delegate<XAResource> implements XAResource {

  private final TracedXaConnection connection;
  private final XaBranches branches;

  TracedXaResource(XAResource delegate, TracedXaConnection connection, XaBranches branches) {
    super(delegate);
    this.connection = connection;
    this.branches = branches;
  }

  @Override
  public void start(Xid xid, int flags) throws XAException {
    delegate.start(xid, flags);
    connection.inBranch(true);
    if (flags == TMNOFLAGS) {
      Guard.run("start the span of a transaction", () -> began(xid));
    }
  }

  private void began(Xid xid) {
    ApplicationTracing application = Tracers.current();
    if (application.tracesTransactions() && !branches.isFull()) {
      branches.began(xid, Transaction.start(application), connection);
    }
  }

  @Override
  public void end(Xid xid, int flags) throws XAException {
    delegate.end(xid, flags);
    connection.inBranch(false);
  }

  @Override
  public int prepare(Xid xid) throws XAException {
    try {
      int vote = delegate.prepare(xid);
      if (vote == XA_RDONLY) {
        ended(xid, Outcome.COMMIT);
      } else {
        Guard.run("keep the span of a transaction", () -> branches.prepared(xid));
      }
      return vote;
    } catch (Throwable failure) {
      failed(xid, failure);
      throw failure;
    }
  }

  @Override
  public void commit(Xid xid, boolean onePhase) throws XAException {
    try {
      delegate.commit(xid, onePhase);
    } catch (Throwable failure) {
      failed(xid, failure);
      throw failure;
    }
    ended(xid, Outcome.COMMIT);
  }

  @Override
  public void rollback(Xid xid) throws XAException {
    try {
      delegate.rollback(xid);
    } catch (Throwable failure) {
      failed(xid, failure);
      throw failure;
    }
    ended(xid, Outcome.ROLLBACK);
  }

  @Override
  public void forget(Xid xid) throws XAException {
    delegate.forget(xid);
    ended(xid, Outcome.UNKNOWN);
  }

  private void ended(Xid xid, Outcome outcome) {
    over(xid, transaction -> transaction.end(outcome));
  }

  private void failed(Xid xid, Throwable failure) {
    String code = failure instanceof XAException xa ? String.valueOf(xa.errorCode) : null;
    over(xid, transaction -> transaction.failed(failure, code, outcomeOf(failure)));
  }

  /** Where the branch was is known by now, if it had any statement. */
  private void over(Xid xid, Consumer<Transaction> end) {
    Guard.run(
        "end the span of a transaction",
        () -> {
          Transaction transaction = branches.take(xid);
          if (transaction != null) {
            end.accept(transaction.in(connection.database()));
          }
        });
  }

  /** X/Open XA, chapter 6: these codes say that the branch has been rolled back. */
  private static Outcome outcomeOf(Throwable failure) {
    return failure instanceof XAException xa
            && xa.errorCode >= XAException.XA_RBBASE
            && xa.errorCode <= XAException.XA_RBEND
        ? Outcome.ROLLBACK
        : Outcome.UNKNOWN;
  }

  @Override
  public boolean isSameRM(XAResource other) throws XAException {
    return delegate.isSameRM(other instanceof TracedXaResource traced ? traced.delegate : other);
  }

  @Override
  public Xid[] recover(int flag) throws XAException {
    return delegate.recover(flag);
  }

  @Override
  public int getTransactionTimeout() throws XAException {
    return delegate.getTransactionTimeout();
  }

  @Override
  public boolean setTransactionTimeout(int seconds) throws XAException {
    return delegate.setTransactionTimeout(seconds);
  }
}
