// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSException;
import jakarta.jms.ServerSession;
import jakarta.jms.ServerSessionPool;
import jakarta.jms.Session;

/**
 * Sessions that an application server gives back to the provider, which wants its own and not their
 * decorators.
 */
final class ServerSessions {

  private ServerSessions() {}

  /** {@code null} for {@code null}. */
  static ServerSessionPool of(ServerSessionPool pool) {
    return pool == null ? null : () -> of(pool.getServerSession());
  }

  private static ServerSession of(ServerSession session) {
    return session == null ? null : new Bare(session);
  }

  private record Bare(ServerSession session) implements ServerSession {

    @Override
    public Session getSession() throws JMSException {
      return (Session) Decorated.behind(session.getSession());
    }

    @Override
    public void start() throws JMSException {
      session.start();
    }
  }
}
