// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.cdi.concurrent.TraceContextProvider;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Virtual threads, which come back on other carriers than they left. */
@Timeout(60)
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads before 21")
@SuppressWarnings("try") // scopes are opened for their effect
class VirtualThreadsTest {

  /** Far more than there are carriers: that all of them wait at once shows that they unmount. */
  private static final int THREADS = 200;

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  private ExecutorService threads;

  @BeforeEach
  void findVirtualThreads() throws ReflectiveOperationException {
    threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void eachKeepsItsContextWhileItIsUnmounted() throws Exception {
    Outer outer = weld.bean(Outer.class, Inner.class);
    List<Future<?>> calls =
        IntStream.range(0, THREADS).<Future<?>>mapToObj(n -> start(outer, n)).toList();
    outer.arrived.await();
    outer.goOn.countDown();
    for (Future<?> call : calls) {
      call.get();
    }
    Map<Object, List<FinishedSpan>> byThread =
        tracing.takeAll(2 * THREADS).stream()
            .collect(Collectors.groupingBy(span -> span.attributes().get("test.thread")));
    assertThat(byThread).hasSize(THREADS);
    assertThat(byThread.values())
        .allSatisfy(
            spans -> {
              assertThat(spans.get(0).isChildOf(spans.get(1))).isTrue();
              assertThat(spans.get(1).isRoot()).isTrue();
            });
  }

  @Test
  void onePinnedToItsCarrierKeepsItsContext() throws Exception {
    CountDownLatch pinned = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Span span = tracing.tracer().spanBuilder("pinned").startSpan();
    Future<Span> seen =
        threads.submit(
            () -> {
              try (Scope scope = span.makeCurrent()) {
                synchronized (goOn) {
                  pinned.countDown();
                  goOn.await();
                  return Span.current();
                }
              }
            });
    pinned.await();
    assertThat(Context.current()).isSameAs(Context.root());
    goOn.countDown();
    assertThat(seen.get()).isSameAs(span);
    span.end();
    tracing.takeOne();
  }

  @Test
  void managedTasksRunInTheContextOfWhoeverSubmitted() throws Exception {
    Span span = tracing.tracer().spanBuilder("submit").startSpan();
    ThreadContextSnapshot task;
    try (Scope scope = span.makeCurrent()) {
      task = new TraceContextProvider().currentContext(Map.of());
    }
    Future<Context> after =
        threads.submit(
            () -> {
              ThreadContextRestorer run = task.begin();
              Thread.yield();
              assertThat(Span.current()).isSameAs(span);
              run.endContext();
              return Context.current();
            });
    assertThat(after.get()).isSameAs(Context.root());
    span.end();
    tracing.takeOne();
  }

  private Future<?> start(Outer outer, int thread) {
    return threads.submit(
        () -> {
          outer.call(thread);
          return Context.current();
        });
  }

  @Singleton
  static class Outer {
    final CountDownLatch arrived = new CountDownLatch(THREADS);
    final CountDownLatch goOn = new CountDownLatch(1);
    @Inject Inner inner;

    @Traced
    void call(@SpanTag("test.thread") int thread) throws InterruptedException {
      arrived.countDown();
      goOn.await();
      inner.call(thread);
    }
  }

  @Singleton
  static class Inner {
    @Traced
    void call(@SpanTag("test.thread") int thread) {}
  }
}
