// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.SpanSink;
import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Consistent;
import dev.clew.engine.sampler.Counted;
import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.Sampler;
import dev.clew.engine.sampler.Samplers;
import dev.clew.engine.sampler.SlowRequests;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides on a trace by how this process's part of it went: records it, holds what has ended, and
 * keeps or drops it all when its root here ends. A caller's decision is followed, unless the caller
 * had not decided either, which {@link HeldTrace#MARK} says. Thread-safe.
 */
final class Tail implements Sampler {

  private static final String RULE = "clew.sampler.rule";

  /** No limit: what was decided is not the application's. */
  private static final int ATTRIBUTES = 1 << 24;

  private static final int ERROR = 0;
  private static final int SLOW = 1;
  private static final int RATIO = 2;
  private static final int DROPPED = 3;
  private static final int DROPPED_SPANS = 4;
  private static final int EARLY = 5;
  private static final int HELD_BYTES = 6;

  private final long threshold;
  private final long slowNanos;
  private final long maxBytes;
  private final SlowRequests slowRequests;
  private final Sampler followingParents = Samplers.parentBased(Samplers.alwaysOff());

  /** The traces that are open, by age: where there is no more room, the oldest go. */
  private final ConcurrentSkipListMap<Long, HeldTrace> held = new ConcurrentSkipListMap<>();

  private final AtomicLong started = new AtomicLong();
  private final AtomicLong heldBytes = new AtomicLong();
  private final Counted counted =
      new Counted(
          "kept.error",
          "kept.slow",
          "kept.ratio",
          "dropped",
          "dropped.spans",
          "early",
          "held.bytes");

  /** {@code null} before there is one, and once the engine is closed. */
  private volatile SpanSink sink;

  Tail(Settings settings) {
    this.threshold = Consistent.threshold(settings.get(EngineOptions.TAIL_RATIO));
    long nanos = settings.get(EngineOptions.TAIL_SLOWER_THAN).toNanos();
    this.slowNanos = nanos == 0 ? Long.MAX_VALUE : nanos;
    this.maxBytes = settings.get(EngineOptions.TAIL_MEMORY);
    this.slowRequests = new SlowRequests(settings.get(EngineOptions.TAIL_PERCENTILE) / 100);
  }

  @Override
  public Decision sample(Candidate candidate) {
    SpanContext parent = candidate.parent();
    TraceState state = parent.getTraceState();
    if (state instanceof HeldTrace trace && !parent.isRemote()) {
      return trace.below();
    }
    boolean undecided =
        parent.isRemote()
            ? parent.isSampled() && HeldTrace.isUndecided(state)
            : candidate.isUndecidedRoot();
    return undecided ? hold(state, candidate) : followingParents.sample(candidate);
  }

  private Decision hold(TraceState callers, Candidate candidate) {
    boolean kept = Consistent.randomness(callers, candidate.traceIdLow()) >= threshold;
    HeldTrace trace = HeldTrace.of(this, started.incrementAndGet(), callers, kept);
    held.put(trace.number(), trace);
    holds(HeldTrace.OWN_BYTES);
    makeRoom();
    return new Decision(true, Attributes.empty(), trace);
  }

  /**
   * Decides, where the end of this span settles the matter.
   *
   * @return what may have to be held with it; {@code null} for nothing
   */
  HeldTrace ended(RecordingSpan span, Recording recording, long endEpochNanos) {
    if (!(span.getSpanContext().getTraceState() instanceof HeldTrace trace)) {
      return null;
    }
    boolean root = span.isLocalRoot();
    boolean slow = root && isSlow(span, recording, endEpochNanos);
    SpanStatus status = recording.status();
    if (status != null && status.code() == StatusCode.ERROR) {
      settle(trace, "error", Consistent.EVERYTHING, ERROR);
    } else if (slow) {
      settle(trace, "slow", Consistent.EVERYTHING, SLOW);
    } else if (root) {
      settleByRatio(trace);
    }
    if (root && !trace.isDropped()) {
      recording.recordAttribute(RULE, trace.rule(), ATTRIBUTES);
    }
    return trace;
  }

  /** Takes the span that has ended, encoded without a tracestate. */
  void take(HeldTrace trace, int scope, ProtoWriter body) {
    trace.add(scope, body);
    makeRoom();
  }

  private boolean isSlow(RecordingSpan span, Recording recording, long endEpochNanos) {
    long nanos = endEpochNanos - span.startEpochNanos();
    return slowRequests.add(recording.recordedName(), nanos) || nanos >= slowNanos;
  }

  private void settleByRatio(HeldTrace trace) {
    if (trace.isKeptByRatio()) {
      settle(trace, "ratio", threshold, RATIO);
    } else {
      settle(trace, "", Consistent.NOTHING, DROPPED);
    }
  }

  private void settle(HeldTrace trace, String rule, long ofThreshold, int count) {
    if (trace.settle(rule, ofThreshold)) {
      held.remove(trace.number());
      counted.add(count, 1);
    }
  }

  /** Says where goes what is kept. */
  void open(SpanSink target) {
    sink = target;
  }

  /** {@code null} where spans are not taken. */
  SpanSink sink() {
    return sink;
  }

  /** Keeps what is still open: nobody knows how it would have ended. */
  void release() {
    Map.Entry<Long, HeldTrace> oldest;
    while ((oldest = held.pollFirstEntry()) != null) {
      settle(oldest.getValue(), "shutdown", Consistent.EVERYTHING, EARLY);
    }
    sink = null;
  }

  /** Accounts for more, or less, that is held. */
  void holds(int moreBytes) {
    heldBytes.addAndGet(moreBytes);
    counted.add(HELD_BYTES, moreBytes);
  }

  void dropsSpans(int spans) {
    counted.add(DROPPED_SPANS, spans);
  }

  /** Where too much is held, decides on the oldest traces, for which only the ratio is left. */
  private void makeRoom() {
    while (heldBytes.get() > maxBytes) {
      Map.Entry<Long, HeldTrace> oldest = held.pollFirstEntry();
      if (oldest == null) {
        return;
      }
      settleByRatio(oldest.getValue());
      counted.add(EARLY, 1);
    }
  }

  @Override
  public boolean followsUnsampledParent() {
    return true;
  }

  @Override
  public Map<String, Long> counts() {
    return counted.counts();
  }
}
