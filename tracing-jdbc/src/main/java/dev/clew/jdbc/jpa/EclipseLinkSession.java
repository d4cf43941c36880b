// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import dev.clew.instrument.Guard;
import dev.clew.instrument.inject.OptionalApi;
import dev.clew.jdbc.TracedDataSource;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Puts tracing around the DataSources of one of EclipseLink's sessions as soon as they are known: a
 * session gets them with its first use, right before it logs in; those that it has only the names
 * of are looked up while it does.
 */
final class EclipseLinkSession extends SessionEventAdapter {

  /** Open Liberty hides them unless an application asks for third-party classes. */
  private static final boolean HAS_POOLS =
      OptionalApi.isPresent(
          "org.eclipse.persistence.sessions.server.ServerSession", EclipseLinkSession.class);

  private EclipseLinkSession() {}

  static void of(Session session) {
    trace(session);
    session.getEventManager().addListener(new EclipseLinkSession());
  }

  @Override
  public void preLogin(SessionEvent event) {
    trace(event.getSession());
  }

  @Override
  public void postLogin(SessionEvent event) {
    trace(event.getSession());
  }

  private static void trace(Session session) {
    Guard.run("put tracing around the DataSources of a session", () -> traceAll(session));
  }

  private static void traceAll(Session session) {
    trace(session.getDatasourceLogin());
    if (HAS_POOLS && session instanceof ServerSession server) {
      for (ConnectionPool pool : server.getConnectionPools().values()) {
        trace(pool.getLogin());
      }
      trace(server.getReadConnectionPool().getLogin());
    }
  }

  private static void trace(Login login) {
    if (login instanceof DatasourceLogin datasource
        && datasource.getConnector() instanceof JNDIConnector connector) {
      connector.setDataSource(TracedDataSource.of(connector.getDataSource()));
    }
  }
}
