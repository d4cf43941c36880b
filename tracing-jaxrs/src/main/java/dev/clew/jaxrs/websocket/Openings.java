// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.http.HttpServerSpan;
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

  private final Opening made;
  private final String madeFor;
  private final Map<Session, Opening> bySession = new WeakHashMap<>();

  private Openings(Opening made, String madeFor) {
    this.made = made;
    this.madeFor = madeFor;
  }

  /** To be called where the endpoint's instance is made. */
  static Openings here() {
    HttpServerSpan current = HttpServerSpan.current();
    if (!current.isInert()) {
      return new Openings(Opening.of(current.context()), null);
    }
    Upgrade upgrade = upgrades().claimHere();
    return upgrade == null
        ? new Openings(null, null)
        : new Openings(upgrade.opening(), upgrade.route());
  }

  /**
   * That of a call; one that is unknown where it cannot be told.
   *
   * @param session {@code null} where the method is not given it
   */
  synchronized Opening of(Session session, String route) {
    if (session == null) {
      return only(route);
    }
    Opening known = bySession.get(session);
    if (known == null) {
      known = bySession.isEmpty() && first(route) != Opening.UNKNOWN ? first(route) : find(session);
      bySession.put(session, known);
    }
    return known;
  }

  private Opening only(String route) {
    Iterator<Opening> known = bySession.values().iterator();
    Opening first = known.hasNext() ? known.next() : first(route);
    return known.hasNext() ? Opening.UNKNOWN : first;
  }

  /** Not what a request for another endpoint has left on the thread. */
  private Opening first(String route) {
    boolean fits = made != null && (madeFor == null || madeFor.equals(route));
    return fits ? made : Opening.UNKNOWN;
  }

  private static Opening find(Session session) {
    Upgrade upgrade = upgrades().claim(session.getRequestURI().getRawPath());
    return upgrade == null ? Opening.UNKNOWN : upgrade.opening();
  }

  private static Upgrades upgrades() {
    return Application.of(Tracing.applicationLoader()).upgrades();
  }
}
