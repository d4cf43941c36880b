// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailConcurrencyTest {

  private static final int THREADS = 4;
  private static final int TRACES = 2_000;
  private static final int CHILDREN = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /** Counts by trace, since that is all there is to look at. */
  private final Map<String, LongAdder> sent = new ConcurrentHashMap<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"64kB", "16MB"})
  void noSpanIsLostOrSentTwiceAndMemoryIsGivenBack(String memory) throws Exception {
    TestEngine engine = engine(memory);
    List<Future<Integer>> ended = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      SplittableRandom random = new SplittableRandom(thread);
      ended.add(threads.submit(() -> traces(engine, random)));
    }
    int all = 0;
    for (Future<Integer> future : ended) {
      all += future.get();
    }

    long arrived = sent.values().stream().mapToLong(LongAdder::sum).sum();
    assertThat(arrived + engine.sink.counts().get("sampler.dropped.spans")).isEqualTo(all);
    assertThat(sent.values()).allMatch(spans -> spans.sum() <= CHILDREN + 1);
    assertThat(engine.sink.counts()).containsEntry("sampler.held.bytes", 0L);
    assertThat(engine.sink.counts().get("sampler.dropped") + sent.size())
        .isGreaterThanOrEqualTo(THREADS * TRACES);
  }

  @Test
  void aTraceWhoseSpansEndOnManyThreadsIsKeptOrDroppedAsAWhole() throws Exception {
    TestEngine engine = engine("16MB");
    CyclicBarrier together = new CyclicBarrier(CHILDREN);
    for (int i = 0; i < 500; i++) {
      boolean failing = i % 2 == 0;
      Span root = engine.span("root");
      List<Future<?>> ends = new ArrayList<>();
      for (int child = 0; child < CHILDREN; child++) {
        Span span = child(engine, root);
        boolean failed = failing && child == 0;
        ends.add(
            threads.submit(
                () -> {
                  together.await();
                  span.setStatus(failed ? StatusCode.ERROR : StatusCode.UNSET).end();
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      root.end();
    }

    assertThat(sent.values()).hasSize(250).allMatch(spans -> spans.sum() == CHILDREN + 1);
  }

  @Test
  void aSpanIsCountedOnceWhereItEndsWhileItsTraceIsDropped() throws Exception {
    TestEngine engine = engine("16MB");
    int traces = 20_000;
    CyclicBarrier together = new CyclicBarrier(2);
    List<Span> roots = new ArrayList<>();
    List<Span> children = new ArrayList<>();
    for (int i = 0; i < traces; i++) {
      Span root = engine.span("root");
      roots.add(root);
      children.add(child(engine, root));
    }
    AtomicInteger at = new AtomicInteger();
    Future<?> other = threads.submit(() -> endAll(children, at, together));
    endAll(roots, at, together);
    other.get();

    assertThat(engine.sink.counts()).containsEntry("sampler.dropped.spans", 2L * traces);
  }

  /** Each as soon as the other thread, too, has come as far. */
  private static Void endAll(List<Span> spans, AtomicInteger at, CyclicBarrier together)
      throws Exception {
    together.await();
    for (int i = 0; i < spans.size(); i++) {
      at.incrementAndGet();
      while (at.get() < 2 * (i + 1)) {
        Thread.onSpinWait();
      }
      spans.get(i).end();
    }
    return null;
  }

  /** How many spans were recorded: below a trace that had to go early, none is. */
  private int traces(TestEngine engine, SplittableRandom random) throws Exception {
    List<CompletableFuture<Void>> late = new ArrayList<>();
    int recorded = 0;
    for (int i = 0; i < TRACES; i++) {
      recorded++;
      Span root = engine.span("root");
      for (int child = 0; child < CHILDREN; child++) {
        Span span = child(engine, root);
        recorded += span.isRecording() ? 1 : 0;
        span.setStatus(random.nextInt(20) == 0 ? StatusCode.ERROR : StatusCode.UNSET);
        span.setAttribute("text", "x".repeat(random.nextInt(2_000)));
        if (random.nextInt(10) == 0) {
          late.add(CompletableFuture.runAsync(span::end));
        } else {
          span.end();
        }
      }
      root.end();
    }
    CompletableFuture.allOf(late.toArray(CompletableFuture[]::new)).get();
    return recorded;
  }

  private TestEngine engine(String memory) {
    CountingSink sink = new CountingSink();
    return new TestEngine(
        Map.of(
            "otel.traces.sampler", "tail",
            "clew.sampler.tail.ratio", "0",
            "clew.sampler.tail.percentile", "100",
            "clew.sampler.tail.memory", memory),
        sink);
  }

  private static Span child(TestEngine engine, Span root) {
    return engine.tracer().spanBuilder("child").setParent(Context.root().with(root)).startSpan();
  }

  private final class CountingSink extends CollectingSink {
    @Override
    public synchronized boolean offer(int scope, byte[] bytes, int offset, int length) {
      super.offer(scope, bytes, offset, length);
      String trace = Otlp.id(spans.remove(spans.size() - 1).getTraceId());
      sent.computeIfAbsent(trace, id -> new LongAdder()).increment();
      return true;
    }
  }
}
