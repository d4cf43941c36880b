// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

/** Who says how long a task has waited. */
@SuppressWarnings("try") // scopes are opened for their effect
class HandoverTest {

  private static final AttributeKey<Double> WAIT_TIME =
      AttributeKey.doubleKey("clew.task.wait_time");

  private final Tracer tracer = SdkTracerProvider.builder().build().get("test");

  @Test
  void firstSpanOfATaskSaysSoAndNoOther() {
    Handover handover = handedOverBy(tracer.spanBuilder("submit").startSpan());
    Span first = tracer.spanBuilder("first").startSpan();
    Span second = tracer.spanBuilder("second").startSpan();
    try (Scope task = handover.open();
        Scope below = Context.current().with(first).makeCurrent()) {
      Handover.describe(first, Context.current());
      Handover.describe(second, Context.current());
    }

    assertThat(waitTime(first)).isNotNegative();
    assertThat(waitTime(second)).isNull();
  }

  @Test
  void eachTaskSaysSo() {
    Handover handover = handedOverBy(tracer.spanBuilder("submit").startSpan());
    for (int task = 0; task < 2; task++) {
      Span span = tracer.spanBuilder("task").startSpan();
      try (Scope scope = handover.open()) {
        Handover.describe(span, Context.current());
      }
      assertThat(waitTime(span)).isNotNegative();
    }
  }

  @Test
  void spanThatDoesNotRecordLeavesItToTheFirstThatDoes() {
    Handover handover = handedOverBy(tracer.spanBuilder("submit").startSpan());
    Span recording = tracer.spanBuilder("recording").startSpan();
    try (Scope task = handover.open()) {
      Handover.describe(Span.getInvalid(), Context.current());
      Handover.describe(recording, Context.current());
    }

    assertThat(waitTime(recording)).isNotNegative();
  }

  @Test
  void traceOfALaterRunLinksToTheOneThatIsOver() {
    Span submitter = tracer.spanBuilder("submit").startSpan();
    Handover handover = handedOverBy(submitter);
    try (Scope task = handover.openAgain()) {
      assertThat(Handover.submitter(Context.current())).as("while it lasts").isNull();
    }
    submitter.end();
    try (Scope task = handover.openAgain()) {
      assertThat(Handover.submitter(Context.current())).isEqualTo(submitter.getSpanContext());
    }
  }

  @Test
  void whatIsNotSampledIsHandedOverAsItIs() {
    Tracer off =
        SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build().get("unsampled");
    Context submitting = Context.root().with(off.spanBuilder("submit").startSpan());
    Handover handover;
    try (Scope scope = submitting.makeCurrent()) {
      handover = Handover.here();
    }

    try (Scope task = handover.open()) {
      assertThat(Context.current()).isSameAs(submitting);
    }
  }

  @Test
  void nothingIsNothing() {
    assertThat(Handover.here().isNothing()).isTrue();
    try (Scope current = Context.root().with(Span.getInvalid()).makeCurrent();
        Scope task = Handover.nothing().open()) {
      assertThat(Context.current()).isSameAs(Context.root());
    }
  }

  private static Handover handedOverBy(Span span) {
    try (Scope scope = span.makeCurrent()) {
      return Handover.here();
    }
  }

  private static Double waitTime(Span span) {
    return ((ReadableSpan) span).getAttribute(WAIT_TIME);
  }
}
