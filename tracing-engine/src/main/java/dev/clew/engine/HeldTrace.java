// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.spi.SpanSink;
import dev.clew.engine.propagation.TraceStateList;
import dev.clew.engine.sampler.Consistent;
import dev.clew.engine.sampler.Decision;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.nio.ByteBuffer;

/**
 * This process's part of a trace that {@link Tail} has yet to decide on, with the spans that have
 * ended. It is the tracestate of those spans: so a span finds its trace without a look-up, and the
 * decision is known for as long as somebody may ask. The lock is held while spans are copied.
 */
final class HeldTrace extends TraceStateList {

  /** What a trace takes beside its spans, as far as that is accounted for. */
  static final int OWN_BYTES = 512;

  private static final String KEY = "clew";

  /** Tells the services called that nobody knows yet whether what is recorded will be kept. */
  private static final String MARK = "tail";

  private static final TraceState MARKED = new TraceStateList(KEY + "=" + MARK, 1);
  private static final int TRACE_STATE_FIELD = 3;
  private static final int FIRST_BYTES = 1024;

  private final Tail tail;
  private final long number;
  private final TraceState others;
  private final boolean keptByRatio;

  /** On spans that start from now on; {@code null} while there is none. */
  private volatile Decision decision;

  private String rule = "";
  private byte[] traceState;

  /** Number of the scope, length, span; over and over. */
  private ByteBuffer spans = ByteBuffer.allocate(0);

  private int count;

  private HeldTrace(Tail tail, long number, TraceState marked, TraceState others, boolean kept) {
    super(header(marked), marked.size());
    this.tail = tail;
    this.number = number;
    this.others = others;
    this.keptByRatio = kept;
  }

  /**
   * A trace that starts here, or the local part of one.
   *
   * @param callers what the caller sent; empty for none
   * @param keptByRatio whether it is kept where nothing else speaks for it
   */
  static HeldTrace of(Tail tail, long number, TraceState callers, boolean keptByRatio) {
    if (callers.isEmpty()) {
      return new HeldTrace(tail, number, MARKED, callers, keptByRatio);
    }
    TraceState others = callers.toBuilder().remove(KEY).build();
    TraceState marked =
        Consistent.with(others, Consistent.NOTHING).toBuilder().put(KEY, MARK).build();
    return new HeldTrace(tail, number, marked, others, keptByRatio);
  }

  /** Whether a caller's tracestate says that it has not decided. */
  static boolean isUndecided(TraceState callers) {
    return MARK.equals(callers.get(KEY));
  }

  long number() {
    return number;
  }

  boolean isKeptByRatio() {
    return keptByRatio;
  }

  /** The decision on a span of this trace that starts now. */
  Decision below() {
    Decision current = decision;
    return current == null ? Decision.SAMPLE : current;
  }

  boolean isDropped() {
    return decision == Decision.DROP;
  }

  /** Why it was kept; empty before. */
  synchronized String rule() {
    return rule;
  }

  /**
   * Decides on it, unless that was done already.
   *
   * @param threshold what its spans' tracestate says from then on; {@link Consistent#NOTHING} drops
   *     them
   * @return whether that decided it
   */
  synchronized boolean settle(String why, long threshold) {
    if (decision != null) {
      return false;
    }
    tail.holds(-OWN_BYTES);
    if (threshold == Consistent.NOTHING) {
      decision = Decision.DROP;
    } else {
      keep(Consistent.with(others, threshold));
      rule = why;
    }
    release();
    return true;
  }

  private void keep(TraceState own) {
    ProtoWriter field = new ProtoWriter(header(own).length() + Long.BYTES);
    field.string(TRACE_STATE_FIELD, header(own), Integer.MAX_VALUE);
    traceState = field.toByteArray();
    decision = new Decision(true, Attributes.empty(), own);
  }

  /**
   * Takes a span that has ended.
   *
   * @param body encoded without a tracestate
   */
  synchronized void add(int scope, ProtoWriter body) {
    int needed = 2 * Integer.BYTES + body.length();
    if (spans.remaining() < needed) {
      grow(spans.position() + needed);
    }
    spans.putInt(scope).putInt(body.length()).put(body.buffer(), body.start(), body.length());
    count++;
    if (decision != null) {
      release();
    }
  }

  private void grow(int needed) {
    ByteBuffer larger =
        ByteBuffer.allocate(Math.max(needed, Math.max(FIRST_BYTES, 2 * spans.capacity())));
    tail.holds(larger.capacity() - spans.capacity());
    spans = larger.put(spans.flip());
  }

  /** Sends or drops what is held. A field may stand anywhere, so the tracestate comes last. */
  private void release() {
    SpanSink sink = isDropped() ? null : tail.sink();
    for (spans.flip(); sink != null && spans.hasRemaining(); count--) {
      int scope = spans.getInt();
      int length = spans.getInt();
      byte[] span = new byte[length + traceState.length];
      spans.get(span, 0, length);
      System.arraycopy(traceState, 0, span, length, traceState.length);
      sink.offer(scope, span, 0, span.length);
    }
    tail.dropsSpans(count);
    tail.holds(-spans.capacity());
    spans = ByteBuffer.allocate(0);
    count = 0;
  }
}
