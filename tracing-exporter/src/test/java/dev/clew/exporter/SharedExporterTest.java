// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Gate;
import dev.clew.exporter.testing.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SharedExporterTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Logs logs = new Logs();
  private final Gate gate = Gate.shut();

  @AfterEach
  void stop() {
    gate.open();
    logs.close();
  }

  @Test
  void aSenderThatIsStuckDoesNotHoldUpAnother() throws Exception {
    Gate quick = Gate.opened();
    SharedExporter exporter = Exporters.of(Map.of("stuck", gate, "quick", quick));
    Exporters.offer(exporter, 10);
    gate.awaitEntered();

    Exporters.offer(exporter, 200_000);

    Awaitility.await().until(() -> exporter.counts().get("quick.pending") == 0);
    Map<String, Long> counts = exporter.counts();
    assertThat(counts.get("quick.sent") + counts.get("quick.dropped")).isEqualTo(200_010);
    assertThat(counts.get("stuck.sent")).isZero();
    assertThat(counts.get("stuck.pending") + counts.get("stuck.dropped")).isEqualTo(200_010);
    gate.open();
    exporter.shutdown(LONG);
    assertThat(gate.spans()).isEqualTo(exporter.counts().get("stuck.sent"));
    assertThat(quick.spans()).isEqualTo(exporter.counts().get("quick.sent"));
  }

  @Test
  void aSenderThatThrowsErrorsIsSurvivedAndLoggedOnce() {
    Sender broken =
        (batch, timeout) -> {
          throw new NoClassDefFoundError("gone\r\nfake");
        };
    SharedExporter exporter = Exporters.of(Map.of("broken", broken));
    for (int i = 0; i < 5; i++) {
      Exporters.offer(exporter, 1);
      assertThat(exporter.flush(LONG)).isTrue();
    }

    assertThat(exporter.shutdown(LONG)).isTrue();
    assertThat(exporter.counts()).containsEntry("broken.dropped", 5L);
    assertThat(logs.at(Level.WARNING))
        .filteredOn(line -> line.startsWith("CLEW-0205"))
        .hasSize(1)
        .noneMatch(line -> line.contains("\n"));
    assertThat(logs.at(Level.FINE)).filteredOn(line -> line.startsWith("CLEW-0205")).hasSize(4);
  }

  @Test
  void whatTheEngineCountsIsShownWithItsOwnCounts() {
    SharedExporter exporter = Exporters.of(Map.of());
    exporter.show(() -> Map.of("sampler.skipped", 7L));

    assertThat(exporter.counts()).containsEntry("sampler.skipped", 7L).containsKey("accepted");
    exporter.shutdown(LONG);
  }

  @Test
  void theProcessorTimeOfItsThreadsIsKnown() {
    SharedExporter exporter = Exporters.of(Map.of("a", Gate.opened()));
    Exporters.offer(exporter, 1000);
    exporter.flush(LONG);

    assertThat(exporter.cpuNanos()).isPositive();
    exporter.shutdown(LONG);
    assertThat(exporter.cpuNanos()).isZero();
  }

  @Test
  void flushWaitsNoLongerThanItMay() throws Exception {
    SharedExporter exporter = Exporters.of(Map.of("stuck", gate));
    Exporters.offer(exporter, 1);
    gate.awaitEntered();

    assertThat(exporter.flush(Duration.ofMillis(1))).isFalse();
    assertThat(exporter.flush(Duration.ZERO)).isFalse();
    gate.open();
    assertThat(exporter.flush(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
    exporter.shutdown(LONG);
  }

  @Test
  void shutdownEndsASenderThatHangsAndCountsWhatIsLost() throws Exception {
    SharedExporter exporter = Exporters.of(Map.of("stuck", gate));
    Exporters.offer(exporter, 7);
    gate.awaitEntered();
    Exporters.offer(exporter, 3);

    assertThat(exporter.shutdown(Duration.ofMillis(1))).isFalse();

    gate.awaitClosed();
    Awaitility.await().until(() -> !gate.thread().isAlive());
    assertThat(exporter.counts())
        .containsEntry("accepted", 10L)
        .containsEntry("stuck.sent", 0L)
        .containsEntry("stuck.dropped", 10L)
        .containsEntry("stuck.pending", 0L);
    assertThat(logs.at(Level.WARNING)).anyMatch(line -> line.startsWith("CLEW-0207"));
  }

  @Test
  void shutdownReturnsEvenIfASenderCannotBeEnded() throws Exception {
    Gate deaf = Gate.deaf();
    SharedExporter exporter = Exporters.of(Map.of("deaf", deaf));
    Exporters.offer(exporter, 1);
    deaf.awaitEntered();

    assertThat(exporter.shutdown(Duration.ofMillis(1))).isFalse();

    assertThat(logs.at(Level.WARNING)).anyMatch(line -> line.startsWith("CLEW-0210"));
    deaf.open();
    deaf.awaitClosed();
    assertThat(exporter.counts())
        .containsEntry("deaf.sent", 0L)
        .containsEntry("deaf.dropped", 1L)
        .containsEntry("deaf.pending", 0L);
  }

  @Test
  void aSenderThatMindsNoInterruptIsAborted() throws Exception {
    Gate deaf = Gate.deaf();
    Sender abortable =
        new Sender() {
          @Override
          public SendResult send(Batch batch, Duration timeout) throws InterruptedException {
            return deaf.send(batch, timeout);
          }

          @Override
          public void abort() {
            deaf.open();
          }
        };
    SharedExporter exporter = Exporters.of(Map.of("abortable", abortable));
    Exporters.offer(exporter, 1);
    deaf.awaitEntered();

    exporter.shutdown(Duration.ofMillis(1));

    assertThat(deaf.thread().isAlive()).isFalse();
  }

  @Test
  void shutdownLeavesNoThreadAndClosesSenders() throws Exception {
    Gate first = Gate.opened();
    Gate second = Gate.opened();
    int before = clewThreads().size();
    SharedExporter exporter = Exporters.of(Map.of("first", first, "second", second));
    assertThat(clewThreads()).hasSize(before + 2);
    Exporters.offer(exporter, 5);

    assertThat(exporter.shutdown(LONG)).isTrue();

    assertThat(clewThreads()).hasSize(before);
    assertThat(first.isClosed()).isTrue();
    assertThat(second.isClosed()).isTrue();
    assertThat(first.spans()).isEqualTo(5);
  }

  @Test
  void aSecondShutdownIsHarmlessAndSaysTheSame() {
    Gate open = Gate.opened();
    SharedExporter exporter = Exporters.of(Map.of("open", open));
    Exporters.offer(exporter, 5);

    assertThat(exporter.shutdown(LONG)).isTrue();
    assertThat(exporter.shutdown(Duration.ZERO)).isTrue();
    assertThat(exporter.flush(LONG)).isTrue();

    assertThat(Exporters.offer(exporter, 2)).isZero();
    assertThat(exporter.counts()).containsEntry("accepted", 5L).containsEntry("refused", 2L);
    assertThat(logs.at(Level.INFO)).filteredOn(line -> line.contains("open.sent=5")).hasSize(1);
  }

  @Test
  void aCallerThatIsInterruptedStaysSoAndDoesNotWait() throws Exception {
    SharedExporter exporter = Exporters.of(Map.of("stuck", gate));
    Exporters.offer(exporter, 1);
    gate.awaitEntered();

    Thread.currentThread().interrupt();
    assertThat(exporter.flush(LONG)).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(exporter.shutdown(LONG)).isFalse();
    assertThat(Thread.interrupted()).isTrue();

    gate.awaitClosed();
  }

  @Test
  void everySpanOfManyThreadsIsSentOrRefusedWhileItIsShutDown() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 20; round++) {
        Gate open = Gate.opened();
        SharedExporter exporter = Exporters.of(Map.of("open", open));
        CountDownLatch running = new CountDownLatch(3);
        List<Future<Long>> offers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          offers.add(threads.submit(() -> offerUntilRefused(exporter, running)));
        }
        running.await();

        exporter.shutdown(LONG);

        long taken = 0;
        for (Future<Long> offer : offers) {
          taken += offer.get();
        }
        Map<String, Long> counts = exporter.counts();
        assertThat(counts).containsEntry("accepted", taken).containsEntry("refused", 3L);
        assertThat(open.spans()).isEqualTo(counts.get("open.sent"));
        assertThat(counts.get("open.sent") + counts.get("open.dropped")).isEqualTo(taken);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void itsThreadsInheritNothingFromTheApplication() throws Exception {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    ClassLoader application = new ClassLoader() {};
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    List<Object> seen = new ArrayList<>();
    Sender looking =
        (batch, timeout) -> {
          seen.add(local.get() == null);
          seen.add(Thread.currentThread().getContextClassLoader() == application);
          seen.add(Thread.currentThread().isDaemon());
          seen.add(Thread.currentThread().getName());
          return SendResult.success();
        };
    local.set("mine");
    current.setContextClassLoader(application);
    try {
      SharedExporter exporter = Exporters.of(Map.of("looking", looking));
      Exporters.offer(exporter, 1);
      exporter.shutdown(LONG);
    } finally {
      current.setContextClassLoader(before);
      local.remove();
    }
    assertThat(seen).containsExactly(true, false, true, "clew-looking");
  }

  @Test
  void withoutSendersItTakesSpansAndKeepsHardlyAny() {
    SharedExporter exporter = Exporters.of(Map.of());

    assertThat(Exporters.offer(exporter, 100_000)).isEqualTo(100_000);

    assertThat(exporter.flush(LONG)).isTrue();
    assertThat(exporter.counts()).containsEntry("accepted", 100_000L).hasSize(2);
    assertThat(exporter.shutdown(LONG)).isTrue();
  }

  @Test
  void refusesSpansThatAreTooLongAndArgumentsThatMakeNoSense() {
    Gate open = Gate.opened();
    SharedExporter exporter = Exporters.of(Map.of("open", open));
    byte[] large = new byte[exporter.maxSpanBytes() + 1];

    assertThat(exporter.offer(0, large, 0, exporter.maxSpanBytes())).isTrue();
    assertThat(exporter.offer(0, large, 0, large.length)).isFalse();
    assertThat(exporter.offer(0, null, 0, 1)).isFalse();
    assertThat(exporter.offer(0, large, -1, 1)).isFalse();

    exporter.shutdown(LONG);
    assertThat(exporter.counts()).containsEntry("refused", 3L).containsEntry("open.sent", 1L);
  }

  private static long offerUntilRefused(SharedExporter exporter, CountDownLatch running) {
    long taken = Exporters.offer(exporter, 1);
    running.countDown();
    while (Exporters.offer(exporter, 1) == 1) {
      taken++;
    }
    return taken;
  }

  private static List<Thread> clewThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("clew-"))
        .toList();
  }
}
