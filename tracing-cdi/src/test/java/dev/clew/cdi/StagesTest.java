// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call whose method returns a stage lasts until the stage is complete. */
class StagesTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  private final CompletableFuture<String> result = new CompletableFuture<>();

  @Test
  void endsWhenTheStageCompletes() {
    weld.bean(Service.class).stage(result);
    Span between = tracing.tracer().spanBuilder("between").startSpan();
    between.end();
    result.complete("done");
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::name)
        .containsExactly("between", "stage");
  }

  @Test
  void recordsWhatTheStageGives() {
    weld.bean(Service.class).stage(result);
    result.complete("done");
    FinishedSpan span = tracing.takeOne();
    assertThat(span.text("clew.test.result")).isEqualTo("done");
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void endsAtOnceWhereTheStageIsCompleteAlready() {
    weld.bean(Service.class).stage(CompletableFuture.completedFuture("done"));
    assertThat(tracing.takeOne().text("clew.test.result")).isEqualTo("done");
  }

  @Test
  void isAnErrorWhereTheStageFails() {
    weld.bean(Service.class).stage(result);
    result.completeExceptionally(new IllegalStateException("sold out"));
    assertFailed(tracing.takeOne());
  }

  @Test
  void namesWhatWentWrongRatherThanWhatWrapsIt() {
    weld.bean(Service.class).stage(result.thenApply(String::trim));
    result.completeExceptionally(new IllegalStateException("sold out"));
    assertFailed(tracing.takeOne());
  }

  @Test
  void isNoErrorWhereTheCallerCancels() {
    weld.bean(Service.class).future(result).cancel(true);
    FinishedSpan span = tracing.takeOne();
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes()).containsEntry("clew.cancelled", true);
    assertThat(span.events()).isEmpty();
  }

  @Test
  void givesTheCallerTheVeryStage() {
    Service bean = weld.bean(Service.class);
    assertThat(bean.future(result)).isSameAs(result);
    bean.future(result).complete("by the caller");
    assertThat(result).isCompletedWithValue("by the caller");
    tracing.takeAll(2);
  }

  @Test
  void sparesTheStageWhereNothingIsRecorded() {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    weld.bean(Service.class).stage(result);
    assertThat(result.getNumberOfDependents()).isZero();
  }

  @Test
  void isCurrentWhileTheMethodRunsAndNowhereAfterwards() {
    Service bean = weld.bean(Service.class);
    CompletableFuture<Span> seen = new CompletableFuture<>();
    bean.stage(() -> seen.complete(Span.current()), result);
    assertThat(seen.join().getSpanContext().isValid()).isTrue();
    assertThat(Context.current()).isSameAs(Context.root());
    CompletableFuture<Context> later = result.thenApply(value -> Context.current());
    result.complete("done");
    assertThat(later.join()).isSameAs(Context.root());
    tracing.takeOne();
  }

  @Test
  void endsAtReturnWhereTheStageCannotBeWatched() {
    CompletionStage<String> odd =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw new UnsupportedOperationException("odd");
          }
        };
    assertThat(weld.bean(Service.class).stage(odd)).isSameAs(odd);
    assertThat(tracing.takeOne().status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void isAnErrorWhereTheMethodItselfThrows() {
    Service bean = weld.bean(Service.class);
    IllegalStateException failure = new IllegalStateException("sold out");
    assertThatThrownBy(
            () ->
                bean.stage(
                    () -> {
                      throw failure;
                    },
                    result))
        .isSameAs(failure);
    assertFailed(tracing.takeOne());
  }

  @Test
  void treatsAStageThatIsReturnedAsAnObjectAlike() {
    weld.bean(Service.class).object(result);
    result.completeExceptionally(new CompletionException(new IllegalStateException("sold out")));
    assertFailed(tracing.takeOne());
  }

  private static void assertFailed(FinishedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.statusMessage()).isEqualTo("sold out");
    assertThat(span.text("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(span.events()).hasSize(1);
  }

  @ApplicationScoped
  static class Service {

    @Traced(operationName = "stage")
    @SpanTag("clew.test.result")
    CompletionStage<String> stage(CompletionStage<String> given) {
      return given;
    }

    @Traced(operationName = "running")
    CompletionStage<String> stage(Runnable during, CompletionStage<String> given) {
      Executor here = Runnable::run;
      here.execute(during);
      return given;
    }

    @Traced(operationName = "future")
    CompletableFuture<String> future(CompletableFuture<String> given) {
      return given;
    }

    @Traced(operationName = "object")
    Object object(Object given) {
      return given;
    }
  }
}
