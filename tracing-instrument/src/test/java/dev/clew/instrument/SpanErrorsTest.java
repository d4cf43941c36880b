// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SpanErrorsTest {

  private final Tracer tracer = SdkTracerProvider.builder().build().get("test");
  private final Span outer = tracer.spanBuilder("outer").startSpan();
  private final Span inner =
      tracer.spanBuilder("inner").setParent(Context.root().with(outer)).startSpan();

  @Test
  void everySpanOfATraceFailsAndTheFirstKeepsTheException() {
    IllegalStateException failure = new IllegalStateException("sold out");
    SpanErrors.record(inner, failure);
    SpanErrors.record(outer, failure);
    assertFailed(data(inner), 1);
    assertFailed(data(outer), 0);
  }

  @Test
  void anEventSaysNothingOfFailureAndCountsAsTheRecord() {
    IllegalStateException failure = new IllegalStateException("sold out");
    SpanErrors.recordEvent(inner, failure);
    SpanErrors.recordEvent(inner, null);
    SpanErrors.record(outer, failure);
    assertThat(data(inner).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(data(inner).getEvents()).hasSize(1);
    assertFailed(data(outer), 0);
  }

  @Test
  void anotherTraceRecordsItAnew() {
    IllegalStateException failure = new IllegalStateException("sold out");
    Span elsewhere = tracer.spanBuilder("elsewhere").setNoParent().startSpan();
    SpanErrors.record(inner, failure);
    SpanErrors.record(elsewhere, failure);
    assertFailed(data(elsewhere), 1);
  }

  @Test
  void equalExceptionsAreTwo() {
    SpanErrors.record(inner, new IllegalStateException("sold out"));
    SpanErrors.record(outer, new IllegalStateException("sold out"));
    assertFailed(data(outer), 1);
  }

  @Test
  void namesWhatWentWrongRatherThanWhatWrapsIt() {
    IllegalStateException failure = new IllegalStateException("sold out");
    SpanErrors.record(inner, new CompletionException(failure));
    SpanErrors.record(outer, new ExecutionException(failure));
    assertFailed(data(inner), 1);
    assertFailed(data(outer), 0);
  }

  @Test
  void nothingIsNoFailure() {
    SpanErrors.record(inner, null);
    assertThat(data(inner).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void cutsAMessageBetweenCharacters() {
    SpanErrors.record(inner, new IllegalStateException("x".repeat(1023) + "\uD83E\uDDF6"));
    assertThat(data(inner).getStatus().getDescription()).isEqualTo("x".repeat(1023));
  }

  @Test
  @Timeout(60)
  void keepsNoExceptionAlive() {
    WeakReference<Throwable> forgotten = recordedAndForgotten();
    while (!forgotten.refersTo(null)) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
    }
  }

  private static WeakReference<Throwable> recordedAndForgotten() {
    IllegalStateException failure = new IllegalStateException("sold out");
    Span span = SdkTracerProvider.builder().build().get("test").spanBuilder("s").startSpan();
    SpanErrors.record(span, failure);
    return new WeakReference<>(failure);
  }

  private static SpanData data(Span span) {
    return ((ReadableSpan) span).toSpanData();
  }

  private static void assertFailed(SpanData span, int events) {
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEqualTo("sold out");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getEvents()).hasSize(events);
  }
}
