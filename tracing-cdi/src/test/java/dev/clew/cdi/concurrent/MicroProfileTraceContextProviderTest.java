// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With SmallRye's MicroProfile Context Propagation. */
@SuppressWarnings("try") // scopes are opened for their effect
class MicroProfileTraceContextProviderTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void tasksAndStagesOfAnExecutorSeeTheSpanOfWhoeverSubmitted() {
    ManagedExecutor executor = ManagedExecutor.builder().build();
    try {
      Span span = tracing.tracer().spanBuilder("submit").startSpan();
      CompletableFuture<Span> task = in(span, () -> executor.supplyAsync(Span::current));
      CompletableFuture<Span> stage =
          in(span, () -> executor.completedFuture("").thenApplyAsync(nothing -> Span.current()));
      assertThat(task.join()).isEqualTo(span);
      assertThat(stage.join()).isEqualTo(span);
      span.end();
      tracing.takeOne();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void threadGetsItsContextBackAfterATaskThatThrows() {
    ThreadContext contexts = ThreadContext.builder().propagated("OpenTelemetry").build();
    Span span = tracing.tracer().spanBuilder("submit").startSpan();
    Runnable task =
        in(
            span,
            () ->
                contexts.contextualRunnable(
                    () -> {
                      throw new IllegalStateException(
                          Span.current() == span ? "in its span" : "elsewhere");
                    }));
    assertThatThrownBy(task::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("in its span");
    assertThat(Context.current()).isSameAs(Context.root());
    span.end();
    tracing.takeOne();
  }

  @Test
  void clearedContextIsEmpty() {
    ThreadContext contexts =
        ThreadContext.builder()
            .propagated()
            .cleared("OpenTelemetry")
            .unchanged(ThreadContext.ALL_REMAINING)
            .build();
    Span span = tracing.tracer().spanBuilder("run").startSpan();
    Supplier<Context> task = contexts.contextualSupplier(Context::current);
    assertThat(in(span, task)).isSameAs(Context.root());
    span.end();
    tracing.takeOne();
  }

  private static <T> T in(Span span, Supplier<T> action) {
    try (Scope scope = span.makeCurrent()) {
      return action.get();
    }
  }
}
