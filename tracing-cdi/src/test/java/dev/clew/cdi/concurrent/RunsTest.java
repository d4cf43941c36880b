// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** To which trace the runs of one task belong. */
@SuppressWarnings("try") // scopes are opened for their effect
class RunsTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void firstRunBelongsToWhoeverSubmittedHoweverLate() {
    Span submitter = tracing.tracer().spanBuilder("submit").startSpan();
    ThreadContextSnapshot task = submittedBy(submitter);
    submitter.end();

    assertThat(spanOfRun(task)).isEqualTo(submitter);
    tracing.takeOne();
  }

  @Test
  void everyRunBelongsToItWhileItLasts() {
    Span submitter = tracing.tracer().spanBuilder("submit").startSpan();
    ThreadContextSnapshot task = submittedBy(submitter);

    assertThat(spanOfRun(task)).isEqualTo(submitter);
    assertThat(spanOfRun(task)).isEqualTo(submitter);
    submitter.end();
    tracing.takeOne();
  }

  @Test
  void laterRunsAreOfNoTraceThatIsOverButKeepTheBaggage() {
    Span submitter = tracing.tracer().spanBuilder("submit").startSpan();
    ThreadContextSnapshot task;
    try (Scope baggage = Baggage.builder().put("customer", "7").build().makeCurrent()) {
      task = submittedBy(submitter);
    }
    submitter.end();

    spanOfRun(task);
    ThreadContextRestorer second = task.begin();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    assertThat(Baggage.current().getEntryValue("customer")).isEqualTo("7");
    second.endContext();
    tracing.takeOne();
  }

  @Test
  void everyRunKeepsADecisionNotToSample() {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    Span submitter = tracing.tracer().spanBuilder("submit").startSpan();
    ThreadContextSnapshot task = submittedBy(submitter);
    submitter.end();

    spanOfRun(task);
    assertThat(spanOfRun(task)).isEqualTo(submitter);
  }

  @Test
  void callerThatRunsATaskItselfGetsItsContextBackEvenIfItThrows() {
    Span submitter = tracing.tracer().spanBuilder("submit").startSpan();
    ThreadContextSnapshot task = submittedBy(submitter);
    Span caller = tracing.tracer().spanBuilder("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      assertThatThrownBy(
              () -> {
                ThreadContextRestorer run = task.begin();
                try {
                  assertThat(Span.current()).isEqualTo(submitter);
                  throw new IllegalStateException("tired");
                } finally {
                  run.endContext();
                }
              })
          .hasMessage("tired");
      assertThat(Span.current()).isEqualTo(caller);
    }
    submitter.end();
    caller.end();
    tracing.takeAll(2);
  }

  private static ThreadContextSnapshot submittedBy(Span span) {
    try (Scope scope = span.makeCurrent()) {
      return new TraceContextProvider().currentContext(Map.of());
    }
  }

  private static Span spanOfRun(ThreadContextSnapshot task) {
    ThreadContextRestorer run = task.begin();
    try {
      return Span.current();
    } finally {
      run.endContext();
    }
  }
}
