// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several producers, several readers, tiny segments: nothing twice, nothing unaccounted for. */
class JournalStressTest {

  private static final int PRODUCERS = 4;
  private static final int CURSORS = 3;

  @TempDir Path directory;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** What a cursor saw, checked on the way. */
  private static final class Seen {
    private final long[] next = new long[PRODUCERS];
    private long count;

    boolean record(int scope, byte[] bytes, int offset, int length) {
      ByteBuffer record = ByteBuffer.wrap(bytes, offset, length);
      long number = record.getLong();
      while (record.hasRemaining()) {
        assertThat(record.get()).isEqualTo((byte) (number * 31 + scope));
      }
      assertThat(number).isGreaterThanOrEqualTo(next[scope]);
      next[scope] = number + 1;
      count++;
      return count % 17 != 0;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 512, 20000, false",
    "65536, 512, 20000, false",
    "100000000, 4096, 20000, false",
    "2048, 1024, 50000, false",
    "524288, 262144, 200000, true",
    "100000000, 262144, 50000, true"
  })
  void everyCursorSeesEachRecordOnceOrCountsItLost(
      long bytes, int segment, int each, boolean mapped) throws Exception {
    Journal journal = new Journal(bytes, segment, () -> {});
    if (mapped) {
      Spools.map(journal, directory, bytes);
    }
    List<Cursor> cursors = new ArrayList<>();
    for (int i = 0; i < CURSORS; i++) {
      cursors.add(journal.cursor());
    }
    AtomicBoolean over = new AtomicBoolean();
    CyclicBarrier start = new CyclicBarrier(PRODUCERS + CURSORS);
    List<Future<Long>> producers = new ArrayList<>();
    for (int producer = 0; producer < PRODUCERS; producer++) {
      int scope = producer;
      producers.add(threads.submit(() -> produce(journal, scope, each, start)));
    }
    List<Future<Seen>> readers = new ArrayList<>();
    for (Cursor cursor : cursors) {
      readers.add(threads.submit(read(cursor, over, start)));
    }

    long taken = 0;
    for (Future<Long> producer : producers) {
      taken += producer.get();
    }
    journal.close();
    over.set(true);

    assertThat(taken + journal.refused()).isEqualTo((long) PRODUCERS * each);
    assertThat(journal.refused()).isLessThan(mapped ? each / 100 : 1);
    assertThat(journal.end()).isEqualTo(taken);
    for (int i = 0; i < CURSORS; i++) {
      Seen seen = readers.get(i).get();
      assertThat(seen.count + cursors.get(i).lost()).isEqualTo(taken);
      assertThat(cursors.get(i).position()).isEqualTo(taken);
      if (bytes > 10_000_000) {
        assertThat(cursors.get(i).lost()).isZero();
      }
    }
  }

  private static long produce(Journal journal, int scope, int each, CyclicBarrier start)
      throws Exception {
    SplittableRandom random = new SplittableRandom(scope);
    start.await();
    long taken = 0;
    for (long number = 0; number < each; number++) {
      ByteBuffer record = ByteBuffer.allocate(8 + random.nextInt(60)).putLong(number);
      while (record.hasRemaining()) {
        record.put((byte) (number * 31 + scope));
      }
      taken += journal.offer(scope, record.array(), 0, record.capacity()) ? 1 : 0;
    }
    return taken;
  }

  private static Callable<Seen> read(Cursor cursor, AtomicBoolean over, CyclicBarrier start) {
    return () -> {
      Seen seen = new Seen();
      start.await();
      boolean last;
      do {
        last = over.get();
        long before;
        do {
          before = seen.count;
          cursor.read(seen::record);
          cursor.done();
        } while (seen.count > before);
      } while (!last);
      return seen;
    };
  }
}
