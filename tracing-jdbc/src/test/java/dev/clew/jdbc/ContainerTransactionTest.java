// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spans of a container's transactions, with a real transaction manager. */
class ContainerTransactionTest {

  @RegisterExtension
  final TracingExtension tracing =
      TracingExtension.builder().setting("clew.jdbc.transactions", "true").build();

  private final DataSource traced = TracedDataSource.of(Databases.h2("container"));
  private TransactionManager manager;

  /** A container's names, of which only one is asked for. */
  public static final class Names implements InitialContextFactory {

    /** Made by the JDK. */
    public Names() {}

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      return (Context)
          Proxy.newProxyInstance(
              Names.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) ->
                  method.getName().equals("lookup")
                      ? new TransactionSynchronizationRegistryImple()
                      : null);
    }
  }

  @BeforeEach
  void startContainer() {
    System.setProperty(
        "ObjectStoreEnvironmentBean.objectStoreType",
        "com.arjuna.ats.internal.arjuna.objectstore.VolatileStore");
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
  }

  @AfterEach
  void stopContainer() {
    System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
  }

  private void query() throws SQLException {
    try (Connection connection = traced.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertThat(rows.next()).isTrue();
    }
    tracing.take(SpanKind.CLIENT);
  }

  @Test
  void transactionHasOneSpanForAllItsConnections() throws Exception {
    manager.begin();
    query();
    query();
    manager.commit();

    FinishedSpan transaction = tracing.takeOne();
    assertThat(transaction.name()).isEqualTo("transaction container");
    assertThat(transaction.attributes()).containsEntry("clew.db.transaction.outcome", "commit");
  }

  @Test
  void rollbackIsAnOutcome() throws Exception {
    manager.begin();
    query();
    manager.rollback();

    assertThat(tracing.takeOne().attributes())
        .containsEntry("clew.db.transaction.outcome", "rollback");
  }

  @Test
  void transactionThatMayOnlyBeRolledBackStillExecutes() throws Exception {
    manager.begin();
    manager.setRollbackOnly();
    query();
    manager.rollback();
  }

  @Test
  void withoutTransactionThereIsNoSpan() throws Exception {
    query();
    manager.begin();
    manager.commit();
  }
}
