// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.util.Objects;

/**
 * What a sampler decided. Immutable.
 *
 * @param sampled whether the span is recorded and exported, and its {@code sampled} flag set
 * @param attributes added to the span if it is sampled
 * @param traceState what the span carries instead of its parent's; {@code null} keeps that
 */
public record Decision(boolean sampled, Attributes attributes, TraceState traceState) {

  /** Record and export the span. */
  public static final Decision SAMPLE = new Decision(true, Attributes.empty(), null);

  /** Neither record nor export the span. */
  public static final Decision DROP = new Decision(false, Attributes.empty(), null);

  /** Fails where the attributes are {@code null}. */
  public Decision {
    Objects.requireNonNull(attributes, "attributes");
  }

  /** {@link #SAMPLE} or {@link #DROP}. */
  public static Decision of(boolean sampled) {
    return sampled ? SAMPLE : DROP;
  }
}
