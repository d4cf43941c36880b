// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spans of global transactions, as a transaction manager drives them. */
class XaTransactionTest {

  @RegisterExtension
  final TracingExtension tracing =
      TracingExtension.builder().setting("clew.jdbc.transactions", "true").build();

  private final JdbcDataSource h2 = Databases.h2("xa");
  private final XADataSource traced = TracedXaDataSource.of(h2);
  private XAConnection connection;

  /** An Xid without equals, as the specification allows. */
  private static Xid xid(int global) {
    return new Xid() {
      @Override
      public int getFormatId() {
        return 1;
      }

      @Override
      public byte[] getGlobalTransactionId() {
        return new byte[] {(byte) global};
      }

      @Override
      public byte[] getBranchQualifier() {
        return new byte[] {1};
      }
    };
  }

  @BeforeEach
  void connect() throws Exception {
    try (Connection plain = h2.getConnection();
        Statement statement = plain.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS clew_xa (id INT)");
    }
    connection = traced.getXAConnection();
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
  }

  @SuppressWarnings("resource") // Closed with its connection: H2 rolls back when a handle is.
  private Xid work(int global) throws Exception {
    XAResource resource = connection.getXAResource();
    Xid xid = xid(global);
    resource.start(xid, XAResource.TMNOFLAGS);
    try (Statement statement = connection.getConnection().createStatement()) {
      statement.executeUpdate("INSERT INTO clew_xa VALUES (1)");
    }
    assertThat(tracing.take(SpanKind.CLIENT).name()).isEqualTo("INSERT clew_xa");
    resource.end(xid, XAResource.TMSUCCESS);
    return xid;
  }

  private FinishedSpan transaction(String outcome) {
    FinishedSpan transaction = tracing.takeOne();
    assertThat(transaction.name()).isEqualTo("transaction xa");
    assertThat(transaction.attributes())
        .containsEntry("db.system.name", "h2database")
        .containsEntry("clew.db.transaction.outcome", outcome);
    return transaction;
  }

  @Test
  void branchHasASpanUntilItIsCommitted() throws Exception {
    Xid xid = work(1);
    assertThat(connection.getXAResource().prepare(xid)).isEqualTo(XAResource.XA_OK);
    connection.getXAResource().commit(xid(1), false);

    assertThat(transaction("commit").status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void branchHasASpanUntilItIsRolledBack() throws Exception {
    work(2);
    connection.getXAResource().rollback(xid(2));

    transaction("rollback");
  }

  @Test
  void branchThatCannotBeCommittedIsAnError() throws Exception {
    work(3);
    try (Connection plain = h2.getConnection();
        Statement shutdown = plain.createStatement()) {
      shutdown.execute("SHUTDOWN IMMEDIATELY");
    }

    assertThatThrownBy(() -> connection.getXAResource().commit(xid(3), true))
        .isInstanceOf(XAException.class);
    FinishedSpan failed = transaction("unknown");
    assertThat(failed.status()).isEqualTo(StatusCode.ERROR);
    assertThat(failed.attributes()).containsEntry("error.type", XAException.class.getName());
  }

  @Test
  void branchWhoseConnectionIsClosedHasNoKnownOutcome() throws Exception {
    work(5);
    connection.close();

    transaction("unknown");
  }

  @Test
  void unknownBranchesAreTheDriversBusiness() throws Exception {
    XAResource plain = h2.getXAConnection().getXAResource();

    assertThat(outcome(connection.getXAResource())).isEqualTo(outcome(plain));
    assertThat(connection.getXAResource().recover(XAResource.TMSTARTRSCAN)).isEmpty();
  }

  private static int outcome(XAResource resource) {
    try {
      resource.start(xid(9), XAResource.TMJOIN);
      resource.end(xid(8), XAResource.TMSUCCESS);
      return 0;
    } catch (XAException refused) {
      return refused.errorCode;
    }
  }

  @Test
  void resourcesAreComparedByWhatIsBehind() throws Exception {
    XAResource one = connection.getXAResource();
    XAResource same = connection.getXAResource();

    assertThat(one.isSameRM(same)).isTrue();
    assertThat(one).isEqualTo(same);
  }

  @Test
  void driversOwnResourceIsGivenWhereTransactionsAreNotTraced() throws Exception {
    tracing.configure(Map.of("clew.jdbc.transactions", "false"));

    assertThat(connection.getXAResource())
        .isInstanceOf(h2.getXAConnection().getXAResource().getClass());
  }
}
