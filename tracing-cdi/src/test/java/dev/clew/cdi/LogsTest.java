// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.Traced;
import dev.clew.cdi.concurrent.TraceContextProvider;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

/** Log lines of beans name the span they are written in, wherever its context goes. */
class LogsTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertThat(logged()).isNull();
    pool.submit(() -> assertThat(logged()).isNull()).get();
    pool.shutdown();
  }

  @Test
  void nameTheInnermostBean() {
    String said = weld.bean(Outer.class, Inner.class).call();

    FinishedSpan inner = tracing.take("inner");
    FinishedSpan outer = tracing.take("outer");
    assertThat(said).isEqualTo(ids(outer) + ", " + ids(inner) + ", " + ids(outer));
  }

  @Test
  void nameNothingAfterAMethodHasThrown() {
    Inner bean = weld.bean(Inner.class);
    assertThatThrownBy(bean::fail).hasMessageContaining(ids(tracing.takeOne()));
  }

  @Test
  void nameTheSubmittersSpanInAManagedTask() throws Exception {
    ThreadContextSnapshot[] submitted = new ThreadContextSnapshot[1];
    weld.bean(Inner.class)
        .run(() -> submitted[0] = new TraceContextProvider().currentContext(Map.of()));

    String said = pool.submit(() -> inTask(submitted[0])).get();
    assertThat(said).isEqualTo(ids(tracing.takeOne()));
  }

  @Test
  void nameTheSpanOfACallThatGoesOnOnlyUntilItReturns() throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    CompletionStage<String> seen =
        weld.bean(Inner.class).stage(result).thenApply(value -> value + " then " + logged());
    assertThat(logged()).isNull();

    pool.submit(() -> result.complete("completed")).get();
    assertThat(seen.toCompletableFuture().get()).isEqualTo("completed then null");
    tracing.takeOne();
  }

  @Test
  void nameTheSpanOfAPublisherWhileItIsSubscribedTo() {
    String[] said = new String[1];
    Flow.Publisher<String> publisher =
        weld.bean(Inner.class)
            .publisher(
                subscriber -> {
                  said[0] = logged();
                  subscriber.onSubscribe(new NoSubscription());
                  subscriber.onComplete();
                });
    assertThat(logged()).isNull();
    publisher.subscribe(new NoSubscriber());
    assertThat(said[0]).isEqualTo(ids(tracing.takeOne()));
  }

  @Test
  void nameSpansThatTheApplicationMakesCurrent() {
    Span span = tracing.tracer().spanBuilder("own").startSpan();
    try (var scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(MDC.get("span_id")).isEqualTo(span.getSpanContext().getSpanId());
    }
    span.end();
    tracing.takeOne();
  }

  private static String inTask(ThreadContextSnapshot submitted) {
    ThreadContextRestorer restorer = submitted.begin();
    try {
      return logged();
    } finally {
      restorer.endContext();
    }
  }

  private static String logged() {
    Map<String, String> all = MDC.getCopyOfContextMap();
    return all == null || all.isEmpty()
        ? null
        : all.get("trace_id") + "/" + all.get("span_id") + "/" + all.get("trace_flags");
  }

  private static String ids(FinishedSpan span) {
    return span.traceId() + "/" + span.spanId() + "/03";
  }

  @ApplicationScoped
  static class Outer {

    @Inject Inner inner;

    @Traced(operationName = "outer")
    String call() {
      return logged() + ", " + inner.call() + ", " + logged();
    }
  }

  @Traced(operationName = "inner")
  @ApplicationScoped
  static class Inner {

    String call() {
      return logged();
    }

    void fail() {
      throw new IllegalStateException(logged());
    }

    void run(Runnable action) {
      action.run();
    }

    CompletionStage<String> stage(CompletionStage<String> stage) {
      return stage;
    }

    Flow.Publisher<String> publisher(Flow.Publisher<String> publisher) {
      return publisher;
    }
  }

  private static final class NoSubscription implements Flow.Subscription {

    @Override
    public void request(long items) {}

    @Override
    public void cancel() {}
  }

  private static final class NoSubscriber implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {}

    @Override
    public void onNext(String item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
