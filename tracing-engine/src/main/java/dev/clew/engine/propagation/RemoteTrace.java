// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A trace that was begun elsewhere and is still to be decided on, or has no span that could be a
 * parent: AWS's load balancers send such. It travels in the context on its own. The first span that
 * starts without a parent in such a context belongs to it; samplers see the start of a trace.
 * Thread-safe.
 */
public final class RemoteTrace {

  private static final ContextKey<RemoteTrace> KEY = ContextKey.named("clew-remote-trace");

  private final String traceId;
  private final String parentId;
  private final AtomicBoolean taken = new AtomicBoolean();

  private RemoteTrace(String traceId, String parentId) {
    this.traceId = traceId;
    this.parentId = parentId;
  }

  /**
   * A context in which the trace goes on; for propagators.
   *
   * @param traceId 32 lower-case hexadecimal digits, not all zero
   * @param parentId 16 of them; {@code null} where there is no parent
   * @param decision what the caller decided
   */
  public static Context into(
      Context context, String traceId, String parentId, RemoteDecision decision) {
    return decision.into(context.with(KEY, new RemoteTrace(traceId, parentId)));
  }

  /** The context's, once: {@code null} where there is none, or a span has it already. */
  public static RemoteTrace take(Context context) {
    RemoteTrace trace = context.get(KEY);
    return trace != null && trace.taken.compareAndSet(false, true) ? trace : null;
  }

  /** The trace's id, in hexadecimal. */
  public String traceId() {
    return traceId;
  }

  /** The span above, in hexadecimal; {@code null} where there is none. */
  public String parentId() {
    return parentId;
  }
}
