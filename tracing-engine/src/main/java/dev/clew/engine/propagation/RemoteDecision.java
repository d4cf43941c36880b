// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * What a B3 caller decided about a trace that it has not started: a proxy sends {@code b3: 0} for a
 * path that nobody wants to see, or {@code b3: d} for one that somebody must. There is no span
 * context for that, so it travels in the context on its own, and on to the next process where no
 * span is started here.
 */
public enum RemoteDecision {
  /** The caller said nothing, or sent a span context, which carries its decision itself. */
  NONE,
  /** Do not record. */
  DENY,
  /** Record. */
  ACCEPT,
  /** Record, and tell everybody downstream to. */
  DEBUG;

  private static final ContextKey<RemoteDecision> KEY = ContextKey.named("clew-remote-decision");

  /** What the caller decided; never {@code null}. For samplers that are about to start a trace. */
  public static RemoteDecision of(Context context) {
    RemoteDecision decision = context.get(KEY);
    return decision == null ? NONE : decision;
  }

  Context into(Context context) {
    return this == NONE ? context : context.with(KEY, this);
  }
}
