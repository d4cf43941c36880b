// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells which requests of a route are among its slowest. An estimate of the percentile goes up by a
 * step for each request that is slower, and down by a fraction of it for each that is not: it comes
 * to rest where the share of slower ones is the one asked for, and follows the route when that
 * changes. Two numbers a route, no lock. Thread-safe.
 */
public final class SlowRequests {

  private static final long UNKNOWN = Double.doubleToRawLongBits(-1);

  /** Steps are of the logarithm, which is to say a tenth more or less. */
  private static final double STEP = 0.1;

  /** The first requests may be far off, and are made up for in larger steps. */
  private static final double FIRST_STEP = 3;

  private static final double FIRST_REQUESTS = 100;

  private static final class Row {
    final AtomicLong estimate = new AtomicLong(UNKNOWN);
    final AtomicInteger requests = new AtomicInteger();
  }

  private final double percentile;
  private final RouteTable<Row> routes = new RouteTable<>(Row::new);

  /**
   * For all routes of a service.
   *
   * @param percentile from 0 to 1, which is none
   */
  public SlowRequests(double percentile) {
    this.percentile = percentile;
  }

  /**
   * Whether a request that has ended is slower than so many of its route.
   *
   * @param route its low-cardinality name
   * @param nanos how long it took
   * @param now of a monotonic clock, in nanoseconds
   */
  public boolean add(String route, long nanos, long now) {
    return percentile < 1 && isSlow(routes.row(route.hashCode(), now), Math.log1p(nanos));
  }

  private boolean isSlow(Row row, double duration) {
    long bits = row.estimate.get();
    while (true) {
      double estimate = Double.longBitsToDouble(bits);
      boolean slow = bits != UNKNOWN && duration > estimate;
      double step = STEP + FIRST_STEP * FIRST_REQUESTS / (FIRST_REQUESTS + row.requests.get());
      double moved = slow ? estimate + step * percentile : estimate - step * (1 - percentile);
      double next = bits == UNKNOWN ? duration : Math.max(0, moved);
      long seen = row.estimate.compareAndExchange(bits, Double.doubleToRawLongBits(next));
      if (seen == bits) {
        row.requests.incrementAndGet();
        return slow;
      }
      bits = seen;
    }
  }
}
