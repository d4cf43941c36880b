// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.instrument.stream.Opening;
import dev.clew.jaxrs.internal.Application;
import dev.clew.jaxrs.internal.Upgrade;
import dev.clew.jaxrs.internal.Upgrades;
import jakarta.websocket.Session;
import java.util.Iterator;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Which request has opened the connection that an endpoint's instance is called for: the one it was
 * made after, as a rule. An instance that serves several connections tells them by their sessions;
 * where it is called without one, nothing is known. Thread-safe.
 */
final class Openings {

  /** {@code null} where no request came before. */
  private final Upgrade made;

  private final Map<Session, Opening> bySession = new WeakHashMap<>();

  private Openings(Upgrade made) {
    this.made = made;
  }

  /** To be called where the endpoint's instance is made; {@code null} where they are lost. */
  static Openings here() {
    try {
      return new Openings(upgrades().claimHere());
    } catch (Throwable failure) {
      Guard.failed("look for the request that opened a WebSocket", failure);
      return null;
    }
  }

  /**
   * That of a call; one that is unknown where it cannot be told.
   *
   * @param session {@code null} where the method is not given it
   */
  synchronized Opening of(Session session, String route) {
    if (session == null) {
      return ofOnly(route);
    }
    Opening known = bySession.get(session);
    if (known == null) {
      known = find(session, route);
      bySession.put(session, known);
    }
    return known;
  }

  private Opening ofOnly(String route) {
    Iterator<Opening> known = bySession.values().iterator();
    Opening first = known.hasNext() ? known.next() : opening(fits(route) ? made : null);
    return known.hasNext() ? Opening.UNKNOWN : first;
  }

  private Opening find(Session session, String route) {
    return opening(
        bySession.isEmpty() && fits(route)
            ? made
            : upgrades().claim(session.getRequestURI().getRawPath()));
  }

  /** Not what a request for another endpoint has left on the thread. */
  private boolean fits(String route) {
    return made != null && (made.route() == null || made.route().equals(route));
  }

  private static Opening opening(Upgrade upgrade) {
    return upgrade == null ? Opening.UNKNOWN : upgrade.opening();
  }

  private static Upgrades upgrades() {
    return Application.of(Tracing.applicationLoader()).upgrades();
  }
}
