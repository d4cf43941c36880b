// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.SpanSink;
import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Consistent;
import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.Sampler;
import dev.clew.engine.sampler.SamplerOptions;
import dev.clew.engine.sampler.Samplers;
import dev.clew.engine.sampler.SlowRequests;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Decides on a trace by how this process's part of it went: records it, holds what has ended, and
 * keeps or drops it all when its root here ends. A caller's decision is followed, unless the caller
 * had not decided either, which {@link HeldTrace#MARK} says. Thread-safe.
 */
final class Tail implements Sampler {

  private final long threshold;
  private final long slowNanos;
  private final long maxBytes;
  private final SlowRequests slowRequests;
  private final Sampler followingParents =
      Samplers.parentBased(root -> hold(TraceState.getDefault(), root));

  /** The traces that are open, by age: where there is no more room, the oldest go. */
  private final ConcurrentSkipListMap<Long, HeldTrace> held = new ConcurrentSkipListMap<>();

  private final AtomicLong started = new AtomicLong();
  private final AtomicLong heldBytes = new AtomicLong();
  private final LongAdder keptForErrors = new LongAdder();
  private final LongAdder keptForSlowness = new LongAdder();
  private final LongAdder keptByRatio = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder droppedSpans = new LongAdder();
  private final LongAdder decidedEarly = new LongAdder();

  /** {@code null} before there is one, and once the engine is closed. */
  private volatile SpanSink sink;

  Tail(Settings settings) {
    this.threshold = Consistent.threshold(settings.get(SamplerOptions.TAIL_RATIO));
    long nanos = settings.get(SamplerOptions.TAIL_SLOWER_THAN).toNanos();
    this.slowNanos = nanos == 0 ? Long.MAX_VALUE : nanos;
    this.maxBytes = settings.get(SamplerOptions.TAIL_MEMORY);
    this.slowRequests = new SlowRequests(settings.get(SamplerOptions.TAIL_PERCENTILE) / 100);
  }

  @Override
  public Decision sample(Candidate candidate) {
    SpanContext parent = candidate.parent();
    TraceState state = parent.getTraceState();
    if (state instanceof HeldTrace trace) {
      return trace.below();
    }
    return parent.isRemote() && parent.isSampled() && HeldTrace.isUndecided(state)
        ? hold(state, candidate)
        : followingParents.sample(candidate);
  }

  private Decision hold(TraceState callers, Candidate candidate) {
    boolean kept = Consistent.randomness(callers, candidate.traceIdLow()) >= threshold;
    HeldTrace trace = HeldTrace.of(this, started.incrementAndGet(), callers, kept);
    held.put(trace.number(), trace);
    holds(HeldTrace.OWN_BYTES);
    makeRoom();
    return new Decision(true, Attributes.empty(), trace);
  }

  /** Decides, where the end of this span settles the matter. */
  void ended(HeldTrace trace, RecordingSpan span, Recording recording, long endEpochNanos) {
    boolean root = span.isLocalRoot();
    boolean slow = root && isSlow(span, recording, endEpochNanos);
    SpanStatus status = recording.status();
    if (status != null && status.code() == StatusCode.ERROR) {
      keep(trace, "error", Consistent.EVERYTHING, keptForErrors);
    } else if (slow) {
      keep(trace, "slow", Consistent.EVERYTHING, keptForSlowness);
    } else if (root) {
      decideByRatio(trace);
    }
  }

  private boolean isSlow(RecordingSpan span, Recording recording, long endEpochNanos) {
    long nanos = endEpochNanos - span.startEpochNanos();
    return slowRequests.add(recording.recordedName(), nanos, endEpochNanos) || nanos >= slowNanos;
  }

  private boolean decideByRatio(HeldTrace trace) {
    return trace.isKeptByRatio()
        ? keep(trace, "ratio", threshold, keptByRatio)
        : settled(trace, trace.drop(), dropped);
  }

  private boolean keep(HeldTrace trace, String rule, long ofThreshold, LongAdder count) {
    return settled(trace, trace.keep(rule, ofThreshold), count);
  }

  private boolean settled(HeldTrace trace, boolean now, LongAdder count) {
    if (now) {
      held.remove(trace.number());
      count.increment();
    }
    return now;
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
      keep(oldest.getValue(), "shutdown", Consistent.EVERYTHING, decidedEarly);
    }
    sink = null;
  }

  /** Accounts for more, or less, that is held. */
  void holds(int moreBytes) {
    heldBytes.addAndGet(moreBytes);
  }

  void dropsSpans(int spans) {
    droppedSpans.add(spans);
  }

  /** Where too much is held, decides on the oldest traces, for which only the ratio is left. */
  void makeRoom() {
    while (heldBytes.get() > maxBytes) {
      Map.Entry<Long, HeldTrace> oldest = held.pollFirstEntry();
      if (oldest == null) {
        return;
      }
      if (decideByRatio(oldest.getValue())) {
        decidedEarly.increment();
      }
    }
  }

  @Override
  public boolean followsUnsampledParent() {
    return true;
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of(
        "sampler.kept.error", keptForErrors.sum(),
        "sampler.kept.slow", keptForSlowness.sum(),
        "sampler.kept.ratio", keptByRatio.sum(),
        "sampler.dropped", dropped.sum(),
        "sampler.dropped.spans", droppedSpans.sum(),
        "sampler.early", decidedEarly.sum(),
        "sampler.held.bytes", heldBytes.get());
  }

  @Override
  public String toString() {
    return "tail{" + held.size() + " held}";
  }
}
