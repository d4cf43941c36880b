// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSException;
import jakarta.jms.ServerSession;
import jakarta.jms.ServerSessionPool;
import jakarta.jms.Session;

/**
 * A session that an application server gives back to the provider, which wants its own and not its
 * decorator.
 */
final class BareServerSession implements ServerSession {

  private final ServerSession session;

  private BareServerSession(ServerSession session) {
    this.session = session;
  }

  /** A pool of such; {@code null} for {@code null}. */
  static ServerSessionPool pool(ServerSessionPool pool) {
    return pool == null ? null : () -> of(pool.getServerSession());
  }

  private static ServerSession of(ServerSession session) {
    return session == null ? null : new BareServerSession(session);
  }

  @Override
  public Session getSession() throws JMSException {
    return (Session) Decorated.behind(session.getSession());
  }

  @Override
  public void start() throws JMSException {
    session.start();
  }
}
