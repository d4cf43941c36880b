// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.propagation.RemoteTrace;
import dev.clew.engine.propagation.SpanIds;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.nio.ByteBuffer;

/**
 * A valid span context that keeps its ids as numbers; their text is made when somebody asks. Safe
 * for use by several threads: that of the trace's id, which is kept, is made twice at worst.
 */
sealed class ClewSpanContext implements SpanContext, SpanIds permits PassiveSpan {

  static final byte SAMPLED = 1;

  /** The trace id's last 56 bits are random (W3C Trace Context level 2, "random-trace-id"). */
  static final byte RANDOM = 2;

  final long traceIdHigh;
  final long traceIdLow;
  final long spanId;
  final byte flags;
  private final boolean remote;
  private final TraceState traceState;
  private String traceIdText;

  ClewSpanContext(
      long traceIdHigh,
      long traceIdLow,
      long spanId,
      byte flags,
      boolean remote,
      TraceState traceState) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.spanId = spanId;
    this.flags = flags;
    this.remote = remote;
    this.traceState = traceState;
  }

  /** The context of a span that starts here; the ids are not zero. */
  static ClewSpanContext local(
      long traceIdHigh, long traceIdLow, long spanId, byte flags, TraceState traceState) {
    return new ClewSpanContext(traceIdHigh, traceIdLow, spanId, flags, false, traceState);
  }

  /**
   * The context of a span below another one. Where the text of the trace's id has been made for the
   * parent already, it is not made again.
   */
  static ClewSpanContext child(
      ClewSpanContext parent, long spanId, byte flags, TraceState traceState) {
    ClewSpanContext child = local(parent.traceIdHigh, parent.traceIdLow, spanId, flags, traceState);
    child.traceIdText = parent.traceIdText;
    return child;
  }

  /**
   * Any implementation's context as one of ours.
   *
   * @return {@code null} where it is {@code null} or not valid
   */
  static ClewSpanContext of(SpanContext context) {
    if (context instanceof ClewSpanContext ours) {
      return ours;
    }
    if (context == null || !context.isValid()) {
      return null;
    }
    String traceId = context.getTraceId();
    String spanId = context.getSpanId();
    if (!TraceId.isValid(traceId) || !SpanId.isValid(spanId)) {
      return null;
    }
    return ofText(
        traceId,
        Long.parseUnsignedLong(spanId, 0, 16, 16),
        context.getTraceFlags().asByte(),
        context.isRemote(),
        context.getTraceState() == null ? TraceState.getDefault() : context.getTraceState());
  }

  /**
   * A trace that was begun elsewhere as a parent, whose span id is 0 where there is none.
   *
   * @return {@code null} where it is {@code null}, or its ids are none
   */
  static ClewSpanContext above(RemoteTrace begun) {
    if (begun == null || !TraceId.isValid(begun.traceId())) {
      return null;
    }
    boolean remote = SpanId.isValid(begun.parentId());
    long spanId = remote ? Long.parseUnsignedLong(begun.parentId(), 0, 16, 16) : 0;
    return ofText(begun.traceId(), spanId, (byte) 0, remote, TraceState.getDefault());
  }

  private static ClewSpanContext ofText(
      String traceId, long spanId, byte flags, boolean remote, TraceState state) {
    long high = Long.parseUnsignedLong(traceId, 0, 16, 16);
    long low = Long.parseUnsignedLong(traceId, 16, 32, 16);
    return new ClewSpanContext(high, low, spanId, flags, remote, state);
  }

  @Override
  public long traceIdHigh() {
    return traceIdHigh;
  }

  @Override
  public long traceIdLow() {
    return traceIdLow;
  }

  @Override
  public long spanId() {
    return spanId;
  }

  @Override
  public String getTraceId() {
    String text = traceIdText;
    if (text == null) {
      text = TraceId.fromLongs(traceIdHigh, traceIdLow);
      traceIdText = text;
    }
    return text;
  }

  @Override
  public byte[] getTraceIdBytes() {
    return ByteBuffer.allocate(16).putLong(traceIdHigh).putLong(traceIdLow).array();
  }

  /** Made anew each time: whoever asks keeps it, and to keep it here takes 8 bytes a span. */
  @Override
  public String getSpanId() {
    return SpanId.fromLong(spanId);
  }

  @Override
  public byte[] getSpanIdBytes() {
    return ByteBuffer.allocate(8).putLong(spanId).array();
  }

  @Override
  public boolean isSampled() {
    return (flags & SAMPLED) != 0;
  }

  @Override
  public TraceFlags getTraceFlags() {
    return TraceFlags.fromByte(flags);
  }

  @Override
  public TraceState getTraceState() {
    return traceState;
  }

  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public boolean isRemote() {
    return remote;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClewSpanContext that
        && traceIdHigh == that.traceIdHigh
        && traceIdLow == that.traceIdLow
        && spanId == that.spanId
        && flags == that.flags
        && remote == that.remote
        && traceState.equals(that.traceState);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(traceIdLow ^ spanId);
  }

  @Override
  public String toString() {
    return "SpanContext{traceId="
        + getTraceId()
        + ", spanId="
        + getSpanId()
        + ", flags="
        + getTraceFlags().asHex()
        + ", remote="
        + remote
        + "}";
  }
}
