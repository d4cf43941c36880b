// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What it costs to record a span, in nanoseconds of processor time: what the engine does for one in
 * 64 is timed on its thread, and what threads of the exporter spend is added for all. What
 * instrumentation does around it is not known here. Thread-safe, but for {@link #getAsDouble}.
 */
public final class RecordingCost implements DoubleSupplier {

  private static final int ONE_IN = 64;

  /** Whoever takes so long has lost its processor, or waited for the garbage collector. */
  private static final long INTERRUPTED_NANOS = 100_000;

  /** Fewer spans tell nothing; they are counted with those that follow. */
  private static final int ENOUGH = 16;

  private final LongSupplier clock;
  private final LongAdder nanos = new LongAdder();
  private final LongAdder pieces = new LongAdder();
  private final LongAdder timed = new LongAdder();
  private final LongAdder spans = new LongAdder();
  private volatile LongSupplier sending = () -> 0;
  private long sent;
  private double cost;

  /** Nothing is known yet. */
  public RecordingCost(LongSupplier nanoTime) {
    this.clock = nanoTime;
  }

  /** Says where to ask how much processor time sending has taken so far, in nanoseconds. */
  public void sending(LongSupplier cpuNanos) {
    sending = cpuNanos;
  }

  /**
   * Something begins to be done for a span.
   *
   * @param spanId random; it decides whether all that is done for the span is timed
   * @return for {@link #add}; 0 where it is not timed
   */
  public long begin(long spanId) {
    return isTimed(spanId) ? clock.getAsLong() | 1 : 0;
  }

  /** It is done. */
  public void add(long began) {
    nanos.add(Math.min(clock.getAsLong() - began, INTERRUPTED_NANOS));
    pieces.increment();
  }

  /** A recorded span has ended, and was handed over. */
  public void ended(long spanId) {
    spans.increment();
    if (isTimed(spanId)) {
      timed.increment();
    }
  }

  private static boolean isTimed(long spanId) {
    return (spanId & ONE_IN - 1) == 0;
  }

  /**
   * What a span costs, by those that ended since the last call, and half by what it gave then; 0
   * where that is not known yet. For one thread at a time.
   */
  @Override
  public double getAsDouble() {
    if (timed.sum() >= ENOUGH) {
      double measured = recording() + sending();
      cost = cost == 0 ? measured : (cost + measured) / 2;
    }
    return cost;
  }

  private double recording() {
    double clocks = pieces.sumThenReset() * (double) clockNanos();
    return Math.max(0, nanos.sumThenReset() - clocks) / timed.sumThenReset();
  }

  /** All that comes before the first call was spent on something else, or on starting. */
  private double sending() {
    long before = sent;
    sent = sending.getAsLong();
    double each = Math.max(0, sent - before) / (double) Math.max(1, spans.sumThenReset());
    return cost == 0 ? 0 : each;
  }

  /** Of every piece that is timed, so much is the clock itself. */
  private long clockNanos() {
    long least = INTERRUPTED_NANOS;
    long last = clock.getAsLong();
    for (int i = 0; i < ENOUGH; i++) {
      long now = clock.getAsLong();
      least = Math.min(least, now - last);
      last = now;
    }
    return least;
  }
}
