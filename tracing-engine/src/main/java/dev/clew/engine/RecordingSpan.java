// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Printable;
import dev.clew.api.spi.TimedSpan;
import dev.clew.engine.sampler.RecordingCost;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A span that is being recorded. Thread-safe, and nothing here throws.
 *
 * <p>Nearly every span is written by the one thread that started it, so that thread pays for no
 * lock and no atomic operation: it writes to the span itself. {@link #mode} is {@code null} as long
 * as it is alone. The first other thread puts a {@link SharedRecording} there; from then on
 * everybody writes to that, the first thread too, so that the last value of a key still wins. The
 * end puts {@link #ENDED} there by one atomic exchange, which lets exactly one caller through, and
 * encodes what the span and then the shared recording have. A write that races with the end is
 * recorded or it is not; {@link Slots} sees to it that it is never half recorded.
 */
final class RecordingSpan extends Recording
    implements LocalSpan, SpanOverloads, TimedSpan, BiConsumer<AttributeKey<?>, Object> {

  private static final Object ENDED = new Object();
  private static final VarHandle MODE = modeHandle();

  private final ClewTracer tracer;
  private final ClewSpanContext context;

  /** {@code null} for none. */
  private final ClewSpanContext parent;

  private final byte kind;
  private final long startEpochNanos;

  /** What makes the monotonic clock's time wall-clock time; the same in a whole local trace. */
  private final long epochOffset;

  /** The thread that may write to the span itself; forgotten at the end. */
  private Thread owner = Thread.currentThread();

  private volatile Object mode;

  /**
   * A span that starts.
   *
   * @param parent {@code null} for none
   */
  RecordingSpan(
      ClewTracer tracer,
      ClewSpanContext context,
      ClewSpanContext parent,
      SpanKind kind,
      long startEpochNanos,
      long epochOffset) {
    this.tracer = tracer;
    this.context = context;
    this.parent = parent;
    this.kind = (byte) kind.ordinal();
    this.startEpochNanos = startEpochNanos;
    this.epochOffset = epochOffset;
  }

  @Override
  public ClewSpanContext getSpanContext() {
    return context;
  }

  @Override
  public boolean isRecording() {
    return mode != ENDED && tracer.recorder().outlet().isOpen();
  }

  /** 0 for none. */
  long parentSpanId() {
    return parent == null ? 0 : parent.spanId;
  }

  boolean hasRemoteParent() {
    return parent != null && parent.isRemote();
  }

  /** Whether no other span of this process is above it. */
  boolean isLocalRoot() {
    return parent == null || parent.isRemote();
  }

  /** The ordinal of its {@link SpanKind}, which takes less room. */
  int kind() {
    return kind;
  }

  long startEpochNanos() {
    return startEpochNanos;
  }

  long epochOffset() {
    return epochOffset;
  }

  @Override
  public long startNanoTime() {
    return startEpochNanos - epochOffset;
  }

  @Override
  public void endNanoTime(long nanoTime) {
    endAt(nanoTime + epochOffset);
  }

  @Override
  public Span attribute(String key, Object value) {
    Object current = mode;
    if (key == null || key.isEmpty() || value == null || current == ENDED) {
      return this;
    }
    try {
      long began = began();
      Limits limits = limits();
      Object kept = AttributeValues.of(value, limits.length());
      if (current == null && Thread.currentThread() == owner) {
        expectAttributes(tracer.usualAttributes());
        recordAttribute(key, kept, limits.attributes());
      } else {
        share(recording -> recording.recordAttribute(key, kept, limits.attributes()));
      }
      done(began);
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
    return this;
  }

  @Override
  public Span setAllAttributes(Attributes attributes) {
    try {
      if (attributes != null && !attributes.isEmpty()) {
        attributes.forEach(this);
      }
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
    return this;
  }

  /** One of {@link #setAllAttributes}. */
  @Override
  public void accept(AttributeKey<?> key, Object value) {
    attribute(AttributeKeys.text(key), value);
  }

  @Override
  public Span event(String name, Attributes attributes, long epochNanos) {
    if (name == null || mode == ENDED) {
      return this;
    }
    return guarded(
        () -> {
          long at = epochNanos != 0 ? epochNanos : now();
          AttributeSnapshot snapshot = eventAttributes();
          snapshot.addAll(attributes, tracer.recorder());
          event(at, Names.event(name, limits()), snapshot);
        });
  }

  @Override
  public Span recordException(Throwable exception, Attributes additional) {
    if (exception == null || mode == ENDED) {
      return this;
    }
    return guarded(
        () -> {
          long at = now();
          AttributeSnapshot snapshot = eventAttributes();
          snapshot.put("exception.type", exception.getClass().getName());
          snapshot.put("exception.message", Exceptions.message(exception));
          snapshot.put("exception.stacktrace", Exceptions.stackTrace(exception, limits().length()));
          snapshot.addAll(additional, tracer.recorder());
          event(at, "exception", snapshot);
        });
  }

  private AttributeSnapshot eventAttributes() {
    return new AttributeSnapshot(limits().eventAttributes(), limits().length());
  }

  private void event(long epochNanos, String name, AttributeSnapshot attributes) {
    Event event = new Event(epochNanos, name, attributes.slots(), attributes.dropped());
    change(recording -> recording.recordEvent(event, limits().events()));
  }

  @Override
  public Span link(SpanContext target, Attributes attributes) {
    if (target == null || mode == ENDED) {
      return this;
    }
    return guarded(
        () -> {
          Link link = Link.to(target, attributes, tracer.recorder());
          if (link != null) {
            change(recording -> recording.recordLink(link, limits().links()));
          }
        });
  }

  @Override
  public Span setStatus(StatusCode code, String description) {
    if (code == null || code == StatusCode.UNSET || mode == ENDED) {
      return this;
    }
    SpanStatus status = SpanStatus.of(code, description, limits().length());
    return guarded(() -> change(recording -> recording.recordStatus(status)));
  }

  @Override
  public Span updateName(String name) {
    if (name == null || name.isBlank() || mode == ENDED) {
      return this;
    }
    String kept = Names.span(name, limits());
    return guarded(() -> change(recording -> recording.recordName(kept)));
  }

  @Override
  public void endAt(long epochNanos) {
    if (mode == ENDED) {
      return;
    }
    try {
      long began = began();
      long end = Math.max(epochNanos != 0 ? epochNanos : now(), startEpochNanos);
      Object last = MODE.getAndSet(this, ENDED);
      if (last != ENDED) {
        tracer.finished(this, last == null ? this : with((SharedRecording) last), end);
        tracer.learn(attributes(), context.spanId);
        release();
        owner = null;
        done(began);
        RecordingCost cost = tracer.recorder().cost();
        if (cost != null) {
          cost.ended(context.spanId);
        }
      }
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
  }

  private Recording with(SharedRecording shared) {
    return followedBy(shared.close(), limits());
  }

  private void change(Consumer<Recording> change) {
    if (mode == null && Thread.currentThread() == owner) {
      change.accept(this);
    } else {
      share(change);
    }
  }

  /** Changes what several threads record together, which begins here unless it has begun. */
  private void share(Consumer<Recording> change) {
    Object current = mode;
    if (current == null) {
      SharedRecording first = new SharedRecording();
      Object other = MODE.compareAndExchange(this, null, first);
      current = other == null ? first : other;
    }
    if (current != ENDED) {
      ((SharedRecording) current).apply(change);
    }
  }

  private Span guarded(Runnable work) {
    try {
      long began = began();
      work.run();
      done(began);
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
    return this;
  }

  /** 0 where nobody wants to know how long it takes. */
  private long began() {
    RecordingCost cost = tracer.recorder().cost();
    return cost == null ? 0 : cost.begin(context.spanId);
  }

  private void done(long began) {
    if (began != 0) {
      tracer.recorder().cost().add(began);
    }
  }

  /** The start where the clock fails: a span of no length is better than none. */
  private long now() {
    try {
      return tracer.recorder().clock().nanoTime() + epochOffset;
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
      return startEpochNanos;
    }
  }

  private Limits limits() {
    return tracer.recorder().limits();
  }

  /** Safe to log: the name is the application's, and may be anything. */
  @Override
  public String toString() {
    return "RecordingSpan{"
        + context
        + ", name="
        + Printable.of(recordedName(), 200)
        + (mode == ENDED ? ", ended}" : "}");
  }

  private static VarHandle modeHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(RecordingSpan.class, "mode", Object.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
