// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.Guard;
import dev.clew.instrument.db.DbParameters;
import dev.clew.instrument.db.DbSpan;
import dev.clew.instrument.db.DbTracer;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;

/** A connection whose statements are traced. */
final class TracedConnection extends ConnectionDelegate {

  private final ConnectionTracing tracing;

  /** {@code null} where each execution may be another application's. */
  private final ApplicationTracing application;

  /** {@code null} where it is not one for transaction managers. */
  private final TracedXaConnection xa;

  /**
   * Where what it has open is kept: the place stays the same where the application does. {@code
   * null} until it is needed.
   */
  private volatile OpenSpans open;

  TracedConnection(
      Connection delegate,
      ConnectionTracing tracing,
      ApplicationTracing application,
      TracedXaConnection xa) {
    super(delegate);
    this.tracing = tracing;
    this.application = application;
    this.xa = xa;
    this.open = application == null ? null : application.forgotten().ofThread();
  }

  private ApplicationTracing application() {
    return application != null ? application : Tracers.current();
  }

  /** Starts the span of an execution on this connection; throws nothing. */
  DbSpan start(String sql, boolean prepared, long batchSize) {
    ApplicationTracing current = application();
    if (current.tracesTransactions()) {
      joinTransaction(current);
    }
    return current.tracer().start(tracing.database(delegate), sql, prepared, batchSize);
  }

  private String commented(String sql) {
    DbTracer tracer = application().tracer();
    return tracer.commentsPrepared() ? tracer.commented(tracing.database(delegate), sql) : sql;
  }

  /** What of a statement's values may be recorded; {@code null} for nothing; throws nothing. */
  DbParameters parameters(String sql) {
    return application().tracer().parameters(tracing.database(delegate), sql);
  }

  /** In the database, a transaction begins with its first statement. */
  private void joinTransaction(ApplicationTracing current) {
    try {
      OpenSpans spans = open();
      if (spans.transactionOf(this) == null
          && !isInOthers(current)
          && !delegate.isClosed()
          && !delegate.getAutoCommit()) {
        Transaction started = Transaction.start(current).in(tracing.database(delegate));
        spans.add(new BegunTransaction(started, this, spans));
      }
    } catch (Throwable failure) {
      Guard.failed("see whether a transaction is open", failure);
    }
  }

  /** What a transaction manager began, it ends. */
  private boolean isInOthers(ApplicationTracing current) {
    if (xa != null && xa.isInBranch()) {
      return true;
    }
    JtaTransactions container = application == null ? null : current.containerTransactions();
    return container != null && container.isActive(current, tracing.database(delegate));
  }

  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    try {
      delegate.setAutoCommit(autoCommit);
    } catch (Throwable failure) {
      transactionFailed(failure);
      throw failure;
    }
    if (autoCommit) {
      transactionEnded(Outcome.COMMIT);
    }
  }

  @Override
  public void commit() throws SQLException {
    try {
      delegate.commit();
    } catch (Throwable failure) {
      transactionFailed(failure);
      throw failure;
    }
    transactionEnded(Outcome.COMMIT);
  }

  @Override
  public void rollback() throws SQLException {
    try {
      delegate.rollback();
    } catch (Throwable failure) {
      transactionFailed(failure);
      throw failure;
    }
    transactionEnded(Outcome.ROLLBACK);
  }

  private void transactionEnded(Outcome outcome) {
    Transaction ended = takeTransaction();
    if (ended != null) {
      ended.end(outcome);
    }
  }

  private void transactionFailed(Throwable failure) {
    Transaction ended = takeTransaction();
    if (ended != null) {
      ended.failed(failure, codeOf(failure), Outcome.UNKNOWN);
    }
  }

  private Transaction takeTransaction() {
    OpenSpans spans = open;
    BegunTransaction begun = spans == null ? null : spans.transactionOf(this);
    return begun != null && spans.remove(begun) ? begun.transaction() : null;
  }

  /** Says on a span why an execution, or reading what it gave, has failed; throws nothing. */
  void failed(DbSpan span, Throwable failure) {
    if (span.isRecording()) {
      span.error(failure, codeOf(failure));
    }
  }

  private String codeOf(Throwable failure) {
    return StatusCodes.of(failure, tracing.database(delegate).dialect());
  }

  /** Where a query that gives rows is kept until it ends. */
  OpenSpans open() {
    Forgotten forgotten = application().forgotten();
    forgotten.sweep();
    OpenSpans spans = open;
    return spans != null && spans.areOf(forgotten) ? spans : openAnew(forgotten);
  }

  private synchronized OpenSpans openAnew(Forgotten forgotten) {
    if (open == null || !open.areOf(forgotten)) {
      endOpen();
      open = forgotten.ofThread();
    }
    return open;
  }

  private void endOpen() {
    OpenSpans spans = open;
    if (spans != null) {
      spans.endOf(this);
    }
  }

  private Statement trace(Statement statement) {
    return statement == null ? null : new TracedStatement<>(statement, this, null);
  }

  private PreparedStatement trace(PreparedStatement statement, String sql) {
    return statement == null ? null : new TracedPreparedStatement<>(statement, this, sql);
  }

  private CallableStatement trace(CallableStatement statement, String sql) {
    return statement == null ? null : new TracedCallableStatement(statement, this, sql);
  }

  @Override
  public Statement createStatement() throws SQLException {
    return trace(delegate.createStatement());
  }

  @Override
  public Statement createStatement(int resultSetType, int resultSetConcurrency)
      throws SQLException {
    return trace(delegate.createStatement(resultSetType, resultSetConcurrency));
  }

  @Override
  public Statement createStatement(
      int resultSetType, int resultSetConcurrency, int resultSetHoldability) throws SQLException {
    return trace(
        delegate.createStatement(resultSetType, resultSetConcurrency, resultSetHoldability));
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return trace(delegate.prepareStatement(commented(sql)), sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int resultSetType, int resultSetConcurrency)
      throws SQLException {
    return trace(
        delegate.prepareStatement(commented(sql), resultSetType, resultSetConcurrency), sql);
  }

  @Override
  public PreparedStatement prepareStatement(
      String sql, int resultSetType, int resultSetConcurrency, int resultSetHoldability)
      throws SQLException {
    return trace(
        delegate.prepareStatement(
            commented(sql), resultSetType, resultSetConcurrency, resultSetHoldability),
        sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int autoGeneratedKeys) throws SQLException {
    return trace(delegate.prepareStatement(commented(sql), autoGeneratedKeys), sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
    return trace(delegate.prepareStatement(commented(sql), columnIndexes), sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
    return trace(delegate.prepareStatement(commented(sql), columnNames), sql);
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    return trace(delegate.prepareCall(sql), sql);
  }

  @Override
  public CallableStatement prepareCall(String sql, int resultSetType, int resultSetConcurrency)
      throws SQLException {
    return trace(delegate.prepareCall(sql, resultSetType, resultSetConcurrency), sql);
  }

  @Override
  public CallableStatement prepareCall(
      String sql, int resultSetType, int resultSetConcurrency, int resultSetHoldability)
      throws SQLException {
    return trace(
        delegate.prepareCall(sql, resultSetType, resultSetConcurrency, resultSetHoldability), sql);
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    DatabaseMetaData metaData = delegate.getMetaData();
    return metaData == null ? null : new TracedMetaData(metaData, this);
  }

  @Override
  public void close() throws SQLException {
    try {
      delegate.close();
    } finally {
      endOpen();
    }
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    try {
      delegate.abort(executor);
    } finally {
      endOpen();
    }
  }
}
