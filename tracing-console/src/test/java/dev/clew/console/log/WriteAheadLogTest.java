// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {

  private static final long LIMIT = 1 << 20;

  @TempDir Path directory;
  private WriteAheadLog log;

  @BeforeEach
  void open() throws IOException {
    log = WriteAheadLog.open(directory, LIMIT, true);
  }

  @AfterEach
  void close() throws IOException {
    log.close();
  }

  @Test
  void readsInOrderWhatWasAppended() throws Exception {
    append("a", "b", "c");

    assertThat(all()).containsExactly("a", "b", "c");
  }

  @Test
  void nextProcessReadsWhatWasNotReleased() throws Exception {
    append("a");
    reopen();
    append("b");

    assertThat(all()).containsExactly("a", "b");
  }

  @Test
  void whatIsReleasedIsNotReadAgain() throws Exception {
    append("a", "b");
    Position end = log.next(log.next(log.start(), Duration.ZERO).end(), Duration.ZERO).end();
    log.release(end);
    append("c");
    assertThat(text(log.next(end, Duration.ZERO))).isEqualTo("c");
    reopen();

    assertThat(all()).containsExactly("c");
  }

  @Test
  void releasingAllLeavesNoFile() throws Exception {
    append("a");
    log.release(log.next(log.start(), Duration.ZERO).end());

    assertThat(log.waiting()).isZero();
    assertThat(segments()).isEmpty();
  }

  @Test
  void recordThatWasCutShortIsLeftOutAndTheNextSegmentIsRead() throws Exception {
    append("a", "cut");
    log.close();
    Path segment = segments().get(0);
    byte[] bytes = Files.readAllBytes(segment);
    Files.write(segment, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    open();
    append("b");

    assertThat(all()).containsExactly("a", "b");
  }

  @Test
  void changedRecordIsLeftOut() throws Exception {
    append("abc");
    log.close();
    Path segment = segments().get(0);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 1]++;
    Files.write(segment, bytes);
    open();

    assertThat(all()).isEmpty();
  }

  @Test
  void tailOfZerosAsAfterAPowerCutIsLeftOut() throws Exception {
    append("a");
    log.close();
    Files.write(segments().get(0), new byte[4096], StandardOpenOption.APPEND);
    open();

    assertThat(all()).containsExactly("a");
  }

  @Test
  void refusesWhatDoesNotFitUntilSomethingIsReleased() throws Exception {
    byte[] third = new byte[(int) LIMIT / 3 + 1];
    log.append(third);
    log.append(third);

    assertThatThrownBy(() -> log.append(third)).isInstanceOf(LogFullException.class);

    Record first = log.next(log.start(), Duration.ZERO);
    log.release(log.next(first.end(), Duration.ZERO).end());
    log.append(third);
    assertThat(log.waiting()).isGreaterThan(third.length);
  }

  @Test
  void readerWaitsForTheNextRecord() throws Exception {
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<Record> next = reader.submit(() -> log.next(log.start(), Duration.ofMinutes(1)));
      append("a");

      assertThat(text(next.get())).isEqualTo("a");
    } finally {
      reader.shutdownNow();
    }
  }

  @Test
  void readerLosesNothingWhileManyAppendOverManySegments() throws Exception {
    int threads = 8;
    int each = 200;
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    List<Callable<Void>> work =
        IntStream.range(0, threads)
            .<Callable<Void>>mapToObj(
                thread ->
                    () -> {
                      for (int i = 0; i < each; i++) {
                        append(thread + "-" + i + "x".repeat(500));
                      }
                      return null;
                    })
            .toList();
    try {
      List<Future<Void>> sending = work.stream().map(senders::submit).toList();
      List<String> read = new ArrayList<>();
      Position position = log.start();
      while (read.size() < threads * each) {
        Record record = log.next(position, Duration.ofMinutes(1));
        assertThat(record).isNotNull();
        read.add(text(record));
        position = record.end();
        log.release(position);
      }
      for (Future<Void> sender : sending) {
        sender.get();
      }
      assertThat(read).doesNotHaveDuplicates();
    } finally {
      senders.shutdownNow();
    }
  }

  @Test
  void whoeverIsInterruptedWhileWritingTakesNothingFromOthers() throws Exception {
    append("a");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> append("b")).isInstanceOf(InterruptedException.class);
    append("c");

    assertThat(all()).containsExactly("a", "c");
  }

  @Test
  void secondProcessIsRefused() {
    assertThatThrownBy(() -> WriteAheadLog.open(directory, LIMIT, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another process");
  }

  @Test
  void nothingIsAppendedAfterTheEnd() throws Exception {
    log.close();

    assertThatThrownBy(() -> append("late")).isInstanceOf(IOException.class);
  }

  private void reopen() throws IOException {
    log.close();
    open();
  }

  private void append(String... records) throws Exception {
    for (String record : records) {
      log.append(record.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> all() throws Exception {
    List<String> all = new ArrayList<>();
    Position position = log.start();
    for (Record record = log.next(position, Duration.ZERO);
        record != null;
        record = log.next(position, Duration.ZERO)) {
      all.add(text(record));
      position = record.end();
    }
    return all;
  }

  private static String text(Record record) {
    return new String(record.payload(), StandardCharsets.UTF_8);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Segment::isSegment).sorted().toList();
    }
  }
}
