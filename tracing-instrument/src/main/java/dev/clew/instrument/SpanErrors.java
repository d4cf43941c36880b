// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Says on a span that it has failed (semantic conventions, "Recording errors"). Every span that an
 * exception passes through gets status and {@code error.type}; the exception itself, with its stack
 * trace, is recorded once in a trace, on the first span that it reaches.
 *
 * <p>Thread-safe; no method throws.
 */
public final class SpanErrors {

  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private static final int MAX_MESSAGE = 1024;

  /**
   * The exceptions recorded last, by identity. One that is pushed out by another is recorded again,
   * which is no harm; and nothing is kept alive: neither the exception nor its classes.
   */
  private static final AtomicReferenceArray<Recorded> LAST = new AtomicReferenceArray<>(256);

  private SpanErrors() {}

  /** Records a failure on a span that has not ended; {@code null} is ignored. */
  public static void record(Span span, Throwable failure) {
    if (failure == null) {
      return;
    }
    try {
      Throwable error = unwrapped(failure);
      span.setAttribute(ERROR_TYPE, error.getClass().getName());
      span.setStatus(StatusCode.ERROR, message(error));
      if (isFirst(error, span.getSpanContext().getTraceId())) {
        span.recordException(error);
      }
    } catch (Throwable unexpected) {
      Guard.failed("record an error", unexpected);
    }
  }

  /**
   * Records the exception itself on a span that has not ended, unless a span of the same trace has
   * it; says nothing of failure, which is for somebody else to judge. {@code null} is ignored.
   */
  public static void recordEvent(Span span, Throwable thrown) {
    if (thrown == null) {
      return;
    }
    try {
      Throwable error = unwrapped(thrown);
      if (isFirst(error, span.getSpanContext().getTraceId())) {
        span.recordException(error);
      }
    } catch (Throwable unexpected) {
      Guard.failed("record an exception", unexpected);
    }
  }

  /** What went wrong, without what futures wrap around it. */
  public static Throwable unwrapped(Throwable failure) {
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && failure.getCause() != null ? failure.getCause() : failure;
  }

  private static boolean isFirst(Throwable error, String traceId) {
    int slot = System.identityHashCode(error) & (LAST.length() - 1);
    Recorded before = LAST.get(slot);
    if (before != null && before.is(error, traceId)) {
      return false;
    }
    LAST.set(slot, new Recorded(new WeakReference<>(error), traceId));
    return true;
  }

  /** An application's exception may throw from its own methods. */
  private static String message(Throwable error) {
    try {
      String message = error.getMessage();
      return message == null ? "" : cut(message);
    } catch (Throwable unspeakable) {
      return "";
    }
  }

  /** Its first characters; never half a surrogate pair. */
  private static String cut(String message) {
    if (message.length() <= MAX_MESSAGE) {
      return message;
    }
    boolean splits = Character.isHighSurrogate(message.charAt(MAX_MESSAGE - 1));
    return message.substring(0, splits ? MAX_MESSAGE - 1 : MAX_MESSAGE);
  }

  private record Recorded(WeakReference<Throwable> error, String traceId) {

    boolean is(Throwable other, String otherTraceId) {
      return error.refersTo(other) && traceId.equals(otherTraceId);
    }
  }
}
