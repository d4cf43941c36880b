// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import dev.clew.engine.propagation.RemoteDecision;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * X-Ray's tracing header: {@code Root=1-<8>-<24>;Parent=<16>;Sampled=<0, 1 or ?>} in hexadecimal
 * digits, and further fields. {@code Root} is a W3C trace id in two parts. Immutable.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param parentId 16 of them; {@code null} where there is none, as behind a load balancer
 * @param decision {@link RemoteDecision#NONE} where it is left to others
 * @param others fields that nobody here knows, such as {@code Lineage}, as they came; empty for
 *     none. {@code Self} is not among them: it is a load balancer's note to itself
 */
public record XRayHeader(String traceId, String parentId, RemoteDecision decision, String others) {

  /** The header's name over HTTP. */
  public static final String NAME = "X-Amzn-Trace-Id";

  private static final ContextKey<String> OTHERS = ContextKey.named("clew-xray-others");

  /**
   * Reads a header; each character is looked at a few times at most.
   *
   * @param text may be {@code null}
   * @return {@code null} where it is none, or more than 4096 characters long
   */
  public static XRayHeader read(CharSequence text) {
    return text == null ? null : new XRayHeaderReader().read(text);
  }

  /**
   * The header that carries a span on.
   *
   * @param context where the other fields are taken from
   * @param span a valid one
   */
  static String write(Context context, SpanContext span) {
    String core = write(span);
    String others = context.get(OTHERS);
    return others == null ? core : core + ';' + others;
  }

  /** The header that carries a valid span on, without any other fields: 74 characters. */
  public static String write(SpanContext span) {
    String traceId = span.getTraceId();
    return "Root=1-"
        + traceId.substring(0, XRayHeaderReader.EPOCH_DIGITS)
        + '-'
        + traceId.substring(XRayHeaderReader.EPOCH_DIGITS)
        + ";Parent="
        + span.getSpanId()
        + ";Sampled="
        + (span.isSampled() ? '1' : '0');
  }

  /**
   * The same as W3C's {@code traceparent}, for those who read only that.
   *
   * @param text a header; may be {@code null}
   * @return {@code null} where it names no caller
   */
  public static String traceParent(CharSequence text) {
    XRayHeader header = read(text);
    return header == null || !header.spanContext().isValid()
        ? null
        : "00-"
            + header.traceId()
            + '-'
            + header.parentId()
            + '-'
            + header.spanContext().getTraceFlags().asHex();
  }

  /**
   * The caller's span; invalid where the header has no parent. One whose caller has left the
   * decision to others counts as not sampled.
   */
  public SpanContext spanContext() {
    return parentId == null
        ? SpanContext.getInvalid()
        : SpanContext.createFromRemoteParent(
            traceId,
            parentId,
            decision == RemoteDecision.ACCEPT ? TraceFlags.getSampled() : TraceFlags.getDefault(),
            TraceState.getDefault());
  }

  /** Whether it says both who the caller was and what that has decided. */
  boolean isDecided() {
    return parentId != null && decision != RemoteDecision.NONE;
  }

  /** The context in which the other fields are kept. */
  Context keepOthers(Context context) {
    return others.isEmpty() ? context : context.with(OTHERS, others);
  }
}
