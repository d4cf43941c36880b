// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

import dev.clew.analysis.Nanos;
import java.util.Map;
import java.util.TreeMap;

/**
 * Durations, counted in buckets that are at most 1/16 wide, so that any number of them takes little
 * room and can be added up. Immutable.
 */
public final class Latencies {

  private static final Latencies NONE = new Latencies(new TreeMap<>());

  /** Buckets that each power of two is divided into, as a power of two. */
  private static final int PRECISION = 4;

  private static final int SUBBUCKETS = 1 << PRECISION;

  private final TreeMap<Integer, Long> buckets;
  private final long count;

  private Latencies(TreeMap<Integer, Long> buckets) {
    this.buckets = buckets;
    long sum = 0;
    for (long number : buckets.values()) {
      sum += number;
    }
    this.count = sum;
  }

  /** Of nothing. */
  public static Latencies none() {
    return NONE;
  }

  /** How many durations there are. */
  public long count() {
    return count;
  }

  /** Of both together. */
  public Latencies plus(Latencies other) {
    TreeMap<Integer, Long> sum = new TreeMap<>(buckets);
    other.buckets.forEach((bucket, number) -> sum.merge(bucket, number, Long::sum));
    return new Latencies(sum);
  }

  /**
   * The duration below which a part of all lie, to within a sixteenth.
   *
   * @param part from 0 to 1: 0.5 for the median
   * @return nanoseconds; 0 of nothing
   */
  public long percentile(double part) {
    long rank = Math.max(1, (long) Math.ceil(part * count));
    long below = 0;
    for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
      below += bucket.getValue();
      if (below >= rank) {
        return middle(bucket.getKey());
      }
    }
    return 0;
  }

  private static int bucket(long nanos) {
    if (nanos < SUBBUCKETS) {
      return (int) Math.max(0, nanos);
    }
    int shift = Long.SIZE - 1 - PRECISION - Long.numberOfLeadingZeros(nanos);
    return (shift << PRECISION) + (int) (nanos >>> shift);
  }

  private static long middle(int bucket) {
    if (bucket < 2 * SUBBUCKETS) {
      return bucket;
    }
    int shift = (bucket >>> PRECISION) - 1;
    long lowest = (long) (SUBBUCKETS + (bucket & SUBBUCKETS - 1)) << shift;
    return Nanos.add(lowest, 1L << shift - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latencies that && buckets.equals(that.buckets);
  }

  @Override
  public int hashCode() {
    return buckets.hashCode();
  }

  @Override
  public String toString() {
    return count
        + " (median "
        + Nanos.text(percentile(0.5))
        + ", 95 % below "
        + Nanos.text(percentile(0.95))
        + ")";
  }

  /** Counts durations. For one thread. */
  public static final class Counter {

    private final TreeMap<Integer, Long> buckets = new TreeMap<>();

    /** Counts one more, in nanoseconds; a negative one counts as 0. */
    public void add(long nanos) {
      buckets.merge(bucket(nanos), 1L, Long::sum);
    }

    /** What has been counted so far. */
    public Latencies latencies() {
      return new Latencies(new TreeMap<>(buckets));
    }
  }
}
