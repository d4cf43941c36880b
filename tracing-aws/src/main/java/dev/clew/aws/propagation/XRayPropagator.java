// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import dev.clew.engine.propagation.RemoteTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;

/**
 * X-Ray's tracing header. A header without a parent, as load balancers and gateways send it, and
 * one that leaves the decision to others, name the trace that the next span without a parent goes
 * on with; they do not push a caller aside whose header was read before. Thread-safe.
 */
public final class XRayPropagator implements TextMapPropagator {

  private static final List<String> FIELDS = List.of(XRayHeader.NAME);

  /** One propagator; all are alike. */
  public XRayPropagator() {}

  @Override
  public Collection<String> fields() {
    return FIELDS;
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    String header = header(context);
    if (header != null) {
      setter.set(carrier, XRayHeader.NAME, header);
    }
  }

  /** The header that carries a context's span on; {@code null} where there is none. */
  public static String header(Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    // A span context may be anybody's: one whose ids are no ids is not written into a header.
    return TraceId.isValid(span.getTraceId()) && SpanId.isValid(span.getSpanId())
        ? XRayHeader.write(context, span)
        : null;
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    return extract(context, getter.get(carrier, XRayHeader.NAME));
  }

  /** What Lambda's runtime says of the invocation that is going on, on top of a context. */
  public static Context ofInvocation(Context context) {
    return extract(context, Invocation.header());
  }

  /** What a header says, on top of a context; the same context where it is none. */
  static Context extract(Context context, String text) {
    XRayHeader header = XRayHeader.read(text);
    if (header == null) {
      return context;
    }
    Context kept = header.keepOthers(context);
    return header.isDecided()
        ? kept.with(Span.wrap(header.spanContext()))
        : RemoteTrace.into(kept, header.traceId(), header.parentId(), header.decision());
  }

  @Override
  public String toString() {
    return "xray";
  }
}
