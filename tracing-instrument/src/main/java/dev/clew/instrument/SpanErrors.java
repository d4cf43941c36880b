// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Says on a span that it has failed (semantic conventions, "Recording errors"). Every span that an
 * exception passes through gets status and {@code error.type}; the exception itself, with its stack
 * trace, is recorded once in a trace, on the first span that it reaches. What may not be told of it
 * is left out by {@link ErrorText}.
 *
 * <p>Thread-safe; no method throws.
 */
public final class SpanErrors {

  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> STACK_TRACE =
      AttributeKey.stringKey("exception.stacktrace");

  private static final String EJB_EXCEPTION = "jakarta.ejb.EJBException";

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
      if (!span.isRecording()) {
        return;
      }
      Throwable error = unwrapped(failure);
      span.setAttribute(ERROR_TYPE, error.getClass().getName());
      ErrorText text = ErrorText.ofApplication();
      span.setStatus(StatusCode.ERROR, text.message(error));
      recordOnce(span, error, text);
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
      if (span.isRecording()) {
        recordOnce(span, unwrapped(thrown), ErrorText.ofApplication());
      }
    } catch (Throwable unexpected) {
      Guard.failed("record an exception", unexpected);
    }
  }

  /** What went wrong, without what futures and enterprise beans wrap around it. */
  public static Throwable unwrapped(Throwable failure) {
    boolean wrapper =
        failure instanceof CompletionException
            || failure instanceof ExecutionException
            || isOfEnterpriseBeans(failure.getClass());
    return wrapper && failure.getCause() != null ? failure.getCause() : failure;
  }

  /** Asked by name, because the class may be absent, or each application's own. */
  private static boolean isOfEnterpriseBeans(Class<?> type) {
    return type.getName().equals(EJB_EXCEPTION)
        || type.getSuperclass() != null && isOfEnterpriseBeans(type.getSuperclass());
  }

  private static void recordOnce(Span span, Throwable error, ErrorText text) {
    if (!isFirst(error, span.getSpanContext().getTraceId())) {
      return;
    }
    String stackTrace = text.stackTrace(error);
    if (stackTrace == null) {
      span.recordException(error);
    } else {
      span.addEvent(
          "exception",
          Attributes.of(
              TYPE, ErrorText.type(error), MESSAGE, text.message(error), STACK_TRACE, stackTrace));
    }
  }

  private static boolean isFirst(Throwable error, String traceId) {
    int slot = System.identityHashCode(error) & (LAST.length() - 1);
    Recorded before = LAST.get(slot);
    if (before != null && before.is(error, traceId)) {
      return false;
    }
    LAST.set(slot, new Recorded(error, traceId));
    return true;
  }

  private static final class Recorded extends WeakReference<Throwable> {

    private final String traceId;

    Recorded(Throwable error, String traceId) {
      super(error);
      this.traceId = traceId;
    }

    boolean is(Throwable other, String otherTraceId) {
      return refersTo(other) && traceId.equals(otherTraceId);
    }
  }
}
