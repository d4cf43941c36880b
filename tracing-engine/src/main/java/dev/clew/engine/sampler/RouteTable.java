// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is known of each route, in a table that does not grow: where there is no room, routes are
 * taken for one. One that nobody has asked for in a minute makes room. Looking up neither locks nor
 * allocates. Thread-safe.
 */
final class RouteTable {

  static final int ROWS = 512;

  private static final int WINDOW = 8;
  private static final long IDLE_NANOS = 60_000_000_000L;

  private final AtomicReferenceArray<Route> routes = new AtomicReferenceArray<>(ROWS);
  private final Route others;

  /** Nobody outside can know which routes would get into each other's way. */
  private final long seed = ThreadLocalRandom.current().nextLong();

  RouteTable(double share, long now) {
    this.others = new Route(0, share, now);
  }

  /**
   * The route of a {@linkplain Route#hash hash}.
   *
   * @param share what it may have if it is new
   * @param now of a monotonic clock, in nanoseconds
   */
  Route route(long hash, double share, long now) {
    int home = home(hash);
    for (int i = 0; i < WINDOW; i++) {
      Route route = routes.get(home + i & ROWS - 1);
      if (route != null && route.hash == hash) {
        route.used(now);
        return route;
      }
    }
    return newRoute(hash, home, share, now);
  }

  private Route newRoute(long hash, int home, double share, long now) {
    for (int i = 0; i < WINDOW; i++) {
      int place = home + i & ROWS - 1;
      Route route = routes.get(place);
      if (route == null || now - route.lastUse() > IDLE_NANOS) {
        Route made = new Route(hash, share, now);
        Route other = routes.compareAndExchange(place, route, made);
        route = other == route ? made : other;
      }
      if (route.hash == hash) {
        return route;
      }
    }
    return others;
  }

  /** Every route there is now, that of the others too. */
  List<Route> all() {
    List<Route> all = new ArrayList<>();
    all.add(others);
    for (int i = 0; i < ROWS; i++) {
      Route route = routes.get(i);
      if (route != null) {
        all.add(route);
      }
    }
    return all;
  }

  private int home(long hash) {
    long mixed = (hash ^ seed) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> Long.SIZE - Integer.numberOfTrailingZeros(ROWS));
  }
}
