// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanConcurrencyTest {

  private static final int THREADS = 4;
  private static final int KEYS = 40;
  private static final int ROUNDS = 2000;

  private final TestEngine engine =
      new TestEngine(
          Map.of("otel.span.attribute.count.limit", "1000", "otel.span.event.count.limit", "1000"));
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void theLastValueWinsWhoeverSetIt() throws Exception {
    Span span = engine.span("s").setAttribute("a", 1).setAttribute("b", 1).setAttribute("c", 1);
    threads.submit(() -> span.setAttribute("a", 2).setAttribute("b", 2).updateName("two")).get();
    span.setAttribute("a", 3).setStatus(StatusCode.ERROR, "first");
    threads.submit(() -> span.setStatus(StatusCode.OK)).get();
    span.setStatus(StatusCode.ERROR, "late").end();

    var encoded = engine.sink.only();
    assertThat(encoded.getAttributesList())
        .containsExactly(Otlp.attribute("a", 3L), Otlp.attribute("b", 2L), Otlp.attribute("c", 1L));
    assertThat(encoded.getName()).isEqualTo("two");
    assertThat(encoded.getStatus().getCodeValue()).isEqualTo(1);
  }

  @Test
  void nothingIsLostThatSeveralThreadsRecordBeforeTheEnd() throws Exception {
    for (int round = 0; round < ROUNDS / 10; round++) {
      Span span = engine.span("s");
      inParallel(
          THREADS,
          thread -> {
            for (int i = 0; i < KEYS; i++) {
              span.setAttribute(thread + "." + i, "old").addEvent("e");
              span.setAttribute(thread + "." + i, i);
            }
          },
          () -> {
            for (int i = 0; i < KEYS; i++) {
              span.setAttribute("owner." + i, i).addEvent("e");
            }
          });
      span.end();
    }

    assertThat(engine.sink.spans)
        .hasSize(ROUNDS / 10)
        .allSatisfy(
            span -> {
              assertThat(span.getAttributesCount()).isEqualTo((THREADS + 1) * KEYS);
              assertThat(span.getEventsCount()).isEqualTo((THREADS + 1) * KEYS);
              assertThat(span.getAttributesList())
                  .allSatisfy(kv -> assertThat(kv.getKey()).endsWith("." + number(kv)));
            });
  }

  @Test
  void ofManyEndsExactlyOneCounts() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Span span = engine.span("s");
      inParallel(THREADS, thread -> span.end(), span::end);
      assertThat(span.isRecording()).isFalse();
    }

    assertThat(engine.sink.spans).hasSize(ROUNDS);
  }

  @Test
  void anEndThatRacesWithItsOwnersWritesSeesWhatWasWrittenFirst() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Span span = engine.span("s");
      inParallel(
          1,
          thread -> span.end(),
          () -> {
            for (int i = 0; i < KEYS; i++) {
              span.setAttribute("k." + i, i);
            }
          });
    }

    assertThat(engine.sink.spans).hasSize(ROUNDS).allSatisfy(this::hasKeysInOrder);
    assertThat(engine.problems).isEmpty();
  }

  @Test
  void anEndThatRacesWithEverybodysWritesYieldsAWholeSpan() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Span span = engine.span("s");
      inParallel(
          THREADS - 1,
          thread -> {
            for (int i = 0; i < KEYS; i++) {
              span.setAttribute("k." + i, i).setStatus(StatusCode.ERROR, "broken");
            }
            span.end();
          },
          () -> span.setAttribute("k.0", 0).recordException(new IllegalStateException()));
    }

    assertThat(engine.sink.spans).hasSize(ROUNDS).allSatisfy(this::hasKeysInOrder);
    assertThat(engine.problems).isEmpty();
  }

  private void hasKeysInOrder(io.opentelemetry.proto.trace.v1.Span span) {
    for (int i = 0; i < span.getAttributesCount(); i++) {
      assertThat(span.getAttributes(i)).isEqualTo(Otlp.attribute("k." + i, (long) i));
    }
  }

  private static long number(KeyValue attribute) {
    return attribute.getValue().getIntValue();
  }

  private interface Work {
    void run(int thread);
  }

  /** All begin at once; returns when all are done. */
  private void inParallel(int count, Work others, Runnable owner) throws Exception {
    CyclicBarrier start = new CyclicBarrier(count + 1);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int thread = i;
      running.add(
          threads.submit(
              () -> {
                start.await();
                others.run(thread);
                return null;
              }));
    }
    start.await();
    owner.run();
    for (Future<?> future : running) {
      future.get();
    }
  }
}
