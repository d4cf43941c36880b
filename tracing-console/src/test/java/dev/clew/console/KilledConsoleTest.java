// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A collector that is killed under load has everything that it has answered 200 for. */
class KilledConsoleTest {

  private static final int ROUNDS = 3;
  private static final int SENDERS = 4;
  private static final int SPANS = 50;
  private static final int ANSWERS_BEFORE_THE_END = 40;

  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong lastSpan = new AtomicLong();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void losesNothingThatItAcknowledged() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      // Small files, so that it is killed while they are written and put together, too.
      try (ConsoleProcess console =
          ConsoleProcess.start(directory, "-Dclew.console.store.flush.spans=500")) {
        killUnderLoad(console);
      }
    }
    // The next one takes over what is in the log, and stores it as it stops.
    StartedConsole.in(directory).close();

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ANSWERS_BEFORE_THE_END * SPANS);
    assertThat(Kept.spanIds(directory)).containsAll(acknowledged);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere what is mapped keeps its name")
  void leavesNoTemporaryFile(@TempDir Path temporary) throws Exception {
    try (ConsoleProcess console =
        ConsoleProcess.start(directory, "-Djava.io.tmpdir=" + temporary)) {
      assertThat(send(console.uri("/v1/traces"), new long[] {1})).isEqualTo(200);
      console.kill();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  private void killUnderLoad(ConsoleProcess console) throws Exception {
    URI traces = console.uri("/v1/traces");
    CountDownLatch answers = new CountDownLatch(ANSWERS_BEFORE_THE_END);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<? extends Future<?>> sending =
          IntStream.range(0, SENDERS)
              .mapToObj(sender -> senders.submit(() -> sendUntilItDies(traces, answers)))
              .toList();
      answers.await();
      console.kill();
      for (Future<?> sender : sending) {
        sender.get();
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private Void sendUntilItDies(URI traces, CountDownLatch answers) throws InterruptedException {
    while (true) {
      long last = lastSpan.addAndGet(SPANS);
      long[] ids = LongStream.rangeClosed(last - SPANS + 1, last).toArray();
      try {
        if (send(traces, ids) == 200) {
          LongStream.of(ids).mapToObj(id -> String.format("%016x", id)).forEach(acknowledged::add);
          answers.countDown();
        }
      } catch (IOException dead) {
        return null;
      }
    }
  }

  private int send(URI traces, long[] ids) throws IOException, InterruptedException {
    byte[] request =
        Requests.of(
                "shop",
                LongStream.of(ids)
                    .mapToObj(id -> Requests.span(id / 1000 + 1, id).build())
                    .toList())
            .toByteArray();
    return client
        .send(
            HttpRequest.newBuilder(traces)
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(request))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
