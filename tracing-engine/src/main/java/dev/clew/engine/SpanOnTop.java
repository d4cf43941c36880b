// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * A context that has its span in a field: one small object where the OpenTelemetry API copies an
 * array with all that the context holds, and found by one comparison. Whatever else is put into it
 * goes below the span, so there is never more than one of these on top of a context of the API.
 * Immutable.
 */
final class SpanOnTop implements Context {

  private final Context rest;

  /** Known to the API alone, which hands it to {@link #with}; {@code null} before that. */
  private final ContextKey<?> key;

  private final Object span;

  private SpanOnTop(Context rest, ContextKey<?> key, Object span) {
    this.rest = rest;
    this.key = key;
    this.span = span;
  }

  /** The context, as one whose next value is kept on top, in place of the span it may have. */
  static Context of(Context context) {
    return context instanceof SpanOnTop ? context : new SpanOnTop(context, null, null);
  }

  /** What is on top was put there with this very key, and so is of its type. */
  @Override
  @SuppressWarnings("unchecked")
  public <V> V get(ContextKey<V> wanted) {
    return wanted == key ? (V) span : rest.get(wanted);
  }

  @Override
  public <V> Context with(ContextKey<V> added, V value) {
    return key == null || added == key
        ? new SpanOnTop(rest, added, value)
        : new SpanOnTop(rest.with(added, value), key, span);
  }

  @Override
  public String toString() {
    return "{" + key + "=" + span + ", rest=" + rest + "}";
  }
}
