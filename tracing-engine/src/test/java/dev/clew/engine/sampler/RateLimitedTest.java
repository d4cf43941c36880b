// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.TraceState;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitedTest {

  private static final long SECOND = 1_000_000_000L;
  private static final TestCandidate ROOT = TestCandidate.root(1);

  /** About to overflow, as a monotonic clock may. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - SECOND);

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 10, 1000})
  void aSecondsWorthComesAtOnceAndThenSoManyASecond(double rate) {
    Sampler sampler = Samplers.rateLimited(rate, clock::get);
    int first = sampled(sampler, 5000);
    int later = 0;
    for (int millis = 0; millis < 20_000; millis++) {
      clock.addAndGet(SECOND / 1000);
      later += sampled(sampler, 3);
    }

    assertThat(first).isEqualTo((int) Math.max(1, rate));
    assertThat(later).isBetween((int) (20 * rate) - 1, (int) (20 * rate));
  }

  @Test
  void whatWasNotUsedForLongIsNotSavedUp() {
    Sampler sampler = Samplers.rateLimited(10, clock::get);
    sampled(sampler, 100);
    clock.addAndGet(3600 * SECOND);

    assertThat(sampled(sampler, 100)).isEqualTo(10);
  }

  @Test
  void aTraceSaysHowManyWereLeftOutBeforeIt() {
    Sampler sampler = Samplers.rateLimited(1, clock::get);
    assertThat(skipped(sampler.sample(ROOT))).isZero();
    sampled(sampler, 41);
    clock.addAndGet(SECOND);

    Decision next = sampler.sample(ROOT);
    assertThat(skipped(next)).isEqualTo(41);
    assertThat(next.traceState()).as("no probability, so no threshold").isNull();
  }

  @Test
  void whatItDecidedIsCounted() {
    Sampler sampler = Samplers.rateLimited(10, clock::get);
    sampled(sampler, 100);
    sampler.sample(TestCandidate.remote(1, true, TraceState.getDefault()));

    assertThat(sampler.counts())
        .containsOnly(entry("sampler.sampled", 10L), entry("sampler.skipped", 90L));
  }

  @Test
  void callersAreFollowedAndDoNotCount() {
    Sampler sampler = Samplers.rateLimited(1, clock::get);
    TraceState none = TraceState.getDefault();

    for (int i = 0; i < 10; i++) {
      assertThat(sampler.sample(TestCandidate.remote(1, true, none)).sampled()).isTrue();
      assertThat(sampler.sample(TestCandidate.remote(1, false, none)).sampled()).isFalse();
    }
    assertThat(sampled(sampler, 10)).isEqualTo(1);
  }

  @Test
  void threadsTogetherGetNoMore() throws Exception {
    Sampler sampler = Samplers.rateLimited(100, clock::get);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch ready = new CountDownLatch(4);
      var futures =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return sampled(sampler, 10_000);
                          }))
              .toList();
      int all = 0;
      for (Future<Integer> future : futures) {
        all += future.get();
      }
      assertThat(all).isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int sampled(Sampler sampler, int times) {
    return (int) IntStream.range(0, times).filter(i -> sampler.sample(ROOT).sampled()).count();
  }

  private static long skipped(Decision decision) {
    return decision.attributes().get(longKey("clew.sampler.skipped"));
  }
}
