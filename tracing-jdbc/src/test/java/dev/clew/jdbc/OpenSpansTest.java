// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever ends them, in whichever order and on however many threads: each span ends once. */
@Timeout(60)
class OpenSpansTest {

  private static final int ROUNDS = 500;
  private static final int THREADS = 4;
  private static final int EACH = 50;

  private final OpenSpans spans = new OpenSpans(new Forgotten());

  @Test
  void everyOrderOfEndingLeavesTheOthersOpen() {
    for (List<Integer> order : orders(List.of(0, 1, 2, 3))) {
      List<Counted> open = new ArrayList<>();
      order.forEach(any -> open.add(add(false)));
      for (int i = 0; i < order.size(); i++) {
        open.get(order.get(i)).end();
        for (int other = 0; other < order.size(); other++) {
          boolean hasEnded = order.indexOf(other) <= i;
          assertThat(open.get(other).ended).as("%s, %s", order, i).hasValue(hasEnded ? 1 : 0);
        }
      }
    }
  }

  @Test
  void aConnectionThatIsClosedEndsItsOwnWhereverTheyStand() {
    List<Counted> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(add(i % 3 != 1));
    }
    spans.endOf(null);

    for (int i = 0; i < 9; i++) {
      assertThat(all.get(i).ended).hasValue(i % 3 != 1 ? 1 : 0);
    }
    spans.end();
    assertThat(all).allSatisfy(span -> assertThat(span.ended).hasValue(1));
  }

  @Test
  void whatHasEndedDoesNotEndAgain() {
    Counted span = add(true);
    span.end();
    span.end();
    span.collected();
    spans.endOf(null);
    spans.end();

    assertThat(span.ended).hasValue(1);
    assertThat(span.abandoned).hasValue(0);
  }

  @Test
  void whatIsCollectedIsSaidToHaveBeenAbandoned() {
    Counted span = add(false);
    span.collected();

    assertThat(span.abandoned).hasValue(1);
  }

  /** One thread stands still in the middle of the list, until the others wait for it. */
  @Test
  void whileOneLooksThroughThemNobodyElseChangesThem() throws Exception {
    Counted older = add(false);
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    spans.add(
        new Counted(spans, true) {
          @Override
          boolean isOf(TracedConnection connection) {
            looking.countDown();
            awaitQuietly(goOn);
            return super.isOf(connection);
          }
        });
    Thread closing = new Thread(() -> spans.endOf(null));
    Thread ending = new Thread(older::end);
    Thread adding = new Thread(() -> add(true));

    closing.start();
    looking.await();
    List.of(ending, adding).forEach(Thread::start);
    for (Thread other : List.of(ending, adding)) {
      await().until(() -> other.getState() == Thread.State.BLOCKED);
    }
    assertThat(older.ended).hasValue(0);
    goOn.countDown();
    for (Thread each : List.of(closing, ending, adding)) {
      each.join();
    }
    assertThat(older.ended).hasValue(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException timedOut) {
      throw new IllegalStateException(timedOut);
    }
  }

  /** In every round all threads add some, and then they are ended. */
  @Test
  void threadsThatEndTheSameAtOnceEndItOnce() throws Exception {
    CyclicBarrier round = new CyclicBarrier(THREADS);
    Counted[] all = new Counted[THREADS * EACH];
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> threads = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int own = thread;
        threads.add(
            () -> {
              for (int i = 0; i < ROUNDS; i++) {
                for (int n = 0; n < EACH; n++) {
                  all[own * EACH + n] = add(n % 2 == 0);
                }
                round.await();
                end(all, i, own);
                round.await();
                assertThat(all).allMatch(span -> span.ended.get() == 1);
                round.await();
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(threads)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    Counted last = add(false);
    spans.end();
    assertThat(last.ended).hasValue(1);
  }

  /** In turn: one ends what is in the list; all end all; all end all while one ends the list. */
  private void end(Counted[] all, int round, int thread) {
    if (round % 3 != 1 && thread == 0) {
      spans.end();
    }
    if (round % 3 != 0) {
      for (Counted span : all) {
        span.endSomehow();
      }
    }
  }

  private Counted add(boolean ofConnection) {
    Counted span = new Counted(spans, ofConnection);
    spans.add(span);
    return span;
  }

  private static List<List<Integer>> orders(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : of) {
      List<Integer> others = new ArrayList<>(of);
      others.remove(first);
      for (List<Integer> rest : orders(others)) {
        List<Integer> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        all.add(order);
      }
    }
    return all;
  }

  private static class Counted extends OpenSpan {

    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final boolean ofConnection;

    Counted(OpenSpans others, boolean ofConnection) {
      super(others, others);
      this.ofConnection = ofConnection;
    }

    @Override
    boolean isOf(TracedConnection connection) {
      return ofConnection;
    }

    @Override
    void finish(boolean wasAbandoned) {
      ended.incrementAndGet();
      abandoned.addAndGet(wasAbandoned ? 1 : 0);
    }

    void endSomehow() {
      if (ofConnection) {
        end();
      } else {
        collected();
      }
    }
  }
}
