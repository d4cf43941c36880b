// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A context on its way to another thread. What is handed over waits until a thread takes it: where
 * the context has a recording span, the first span that starts in it over there says how long
 * ({@code clew.task.wait_time}, seconds, from here to the task's start; with a delay that the
 * application has asked for). Otherwise no clock is read. Thread-safe; no method throws, but what
 * adapters call while they start a span.
 */
public final class Handover {

  private static final AttributeKey<Double> WAIT_TIME =
      AttributeKey.doubleKey("clew.task.wait_time");

  /** Nanoseconds; {@link #TOLD} once a span has them. */
  private static final ContextKey<AtomicLong> WAITED = ContextKey.named("clew-task-waited");

  private static final ContextKey<SpanContext> SUBMITTER = ContextKey.named("clew-task-submitter");

  private static final long TOLD = -1;

  private final Context context;
  private final boolean records;
  private final long since;

  private Handover(Context context, boolean records) {
    this.context = context;
    this.records = records;
    this.since = records ? System.nanoTime() : 0;
  }

  /** Hands over what is current on this thread. */
  public static Handover here() {
    try {
      Context current = Context.current();
      return new Handover(current, Span.fromContext(current).isRecording());
    } catch (Throwable failure) {
      Guard.failed("hand a context over to a task", failure);
      return nothing();
    }
  }

  /** Hands over nothing: the task runs without any context. */
  public static Handover nothing() {
    return new Handover(Context.root(), false);
  }

  /** Whether nothing is handed over. */
  public boolean isNothing() {
    return context == Context.root();
  }

  /** Makes it current on this thread, for one of any number of tasks. */
  public Scope open() {
    if (!records) {
      return EntryScope.open(context);
    }
    return EntryScope.open(context.with(WAITED, new AtomicLong(System.nanoTime() - since)));
  }

  /**
   * The same as {@link #open}, for tasks that run time and again: once the span that was recording
   * has ended, its trace is over, and further runs are none of it, but {@linkplain #submitter link}
   * to it. Baggage stays.
   */
  public Scope openAgain() {
    Span submitter = Span.fromContext(context);
    if (!records || submitter.isRecording()) {
      return open();
    }
    return EntryScope.open(
        context.with(Span.getInvalid()).with(SUBMITTER, submitter.getSpanContext()));
  }

  /**
   * Whoever submitted the task, in another trace: a span that is about to start one links to it. A
   * builder handed over to here could not be left out by the compiler.
   *
   * @param parent the context in which the span is started
   * @return {@code null} for nobody
   */
  public static SpanContext submitter(Context parent) {
    return parent.get(SUBMITTER);
  }

  /**
   * Tells how long a task had to wait, if this is its first span, and it records.
   *
   * @param parent the context in which the span was started
   */
  public static void describe(Span span, Context parent) {
    try {
      AtomicLong waited = span.isRecording() ? parent.get(WAITED) : null;
      if (waited != null && waited.get() != TOLD) {
        tell(span, waited.getAndSet(TOLD));
      }
    } catch (Throwable failure) {
      Guard.failed("say how long a task has waited", failure);
    }
  }

  private static void tell(Span span, long nanos) {
    if (nanos != TOLD) {
      span.setAttribute(WAIT_TIME, nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }
  }
}
