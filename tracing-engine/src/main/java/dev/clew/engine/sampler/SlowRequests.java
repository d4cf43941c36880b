// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells which requests of a route are among its slowest. An estimate of the percentile goes up by a
 * step for each request that is slower, and down by a fraction of it for each that is not: it comes
 * to rest where the share of slower ones is the one asked for, and follows the route when that
 * changes. One number a route, no lock; thread-safe.
 *
 * <p>There is room for so many routes; of more than a few hundred, some share their number.
 */
public final class SlowRequests {

  private static final int ROUTES = 4096;

  /** Steps are of the logarithm, which is to say a tenth more or less. */
  private static final double STEP = 0.1;

  /** The first requests may be far off, and are made up for in larger steps. */
  private static final double FIRST_STEP = 3;

  private static final double FIRST_REQUESTS = 100;

  private final double percentile;

  /** The estimate's logarithm as a float above, and how many requests there were below. */
  private final AtomicLongArray routes = new AtomicLongArray(ROUTES);

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
   */
  public boolean add(String route, long nanos) {
    float duration = (float) Math.log1p(nanos);
    int place = Math.floorMod(route.hashCode() * 31, ROUTES);
    long before;
    boolean slow;
    long after;
    do {
      before = routes.get(place);
      int requests = (int) before;
      float estimate = Float.intBitsToFloat((int) (before >>> Integer.SIZE));
      slow = requests > 0 && duration > estimate;
      after = packed(requests > 0 ? moved(estimate, requests, slow) : duration, requests);
    } while (!routes.compareAndSet(place, before, after));
    return slow && percentile < 1;
  }

  private float moved(float estimate, int requests, boolean slow) {
    double step = STEP + FIRST_STEP * FIRST_REQUESTS / (FIRST_REQUESTS + requests);
    return (float) Math.max(0, estimate + step * (slow ? percentile : percentile - 1));
  }

  /** With one request more, as long as that can be counted. */
  private static long packed(float estimate, int requests) {
    return (long) Float.floatToRawIntBits(estimate) << Integer.SIZE
        | Math.min(requests, Integer.MAX_VALUE - 1) + 1;
  }
}
