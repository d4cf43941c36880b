// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is different where the memory of a segment is used again whoever still stands in it. */
class MappedJournalTest {

  private static final int RECORD = 1000;

  /** More records than there is room for, reserve included. */
  private static final int MANY = 10 * Spools.SEGMENT / RECORD;

  @TempDir Path directory;

  private final Journal journal = new Journal(2 * Spools.SEGMENT, Spools.SEGMENT, () -> {});
  private long offered;

  @BeforeEach
  void map() throws Exception {
    Spools.map(journal, directory, 2 * Spools.SEGMENT);
  }

  @Test
  void evictsOldestSegmentsAndCountsThem() {
    Cursor cursor = journal.cursor();

    offer(MANY);

    List<Long> rest = read(cursor);
    assertThat(rest).last().isEqualTo(MANY - 1L);
    assertThat(rest.size() + cursor.lost()).isEqualTo(MANY);
    assertThat(cursor.lost()).isPositive();
    assertThat(journal.refused()).isZero();
  }

  @Test
  void aProducerThatIsLateHarmsNoRecordThatCameAfterIt() {
    Cursor cursor = journal.cursor();
    offer(1);
    Segment segment = journal.head().next();
    long reserved = segment.reserve(RECORD);
    offer(MANY);

    byte[] late = new byte[RECORD];
    Arrays.fill(late, (byte) 0xee);
    segment.write(reserved, 0, late, 0, RECORD);

    List<Long> rest = read(cursor);
    assertThat(rest.size() + cursor.lost()).isEqualTo(offered + 1).isEqualTo(journal.end());
    assertThat(rest).isEqualTo(LongStream.range(offered - rest.size(), offered).boxed().toList());
  }

  @Test
  void refusesAndCountsWhileProducersThatAreLateHoldAllMemory() {
    List<Runnable> late = new ArrayList<>();
    for (int i = 0; i < 5 * MANY && tryToOffer(); i++) {
      Segment newest = newest();
      if (late.size() < newest.number) {
        long reserved = newest.reserve(RECORD);
        late.add(() -> newest.write(reserved, 0, new byte[RECORD], 0, RECORD));
      }
    }
    assertThat(journal.refused()).isEqualTo(1);
    assertThat(late).hasSizeBetween(4, 8);

    late.forEach(Runnable::run);

    offer(MANY);
    assertThat(journal.refused()).isEqualTo(1);
  }

  private Segment newest() {
    Segment newest = journal.head();
    while (newest.next() != null) {
      newest = newest.next();
    }
    return newest;
  }

  @Test
  void aRecordThatIsBeingReadIsNotTakenForTheOneThatReplacesIt() {
    Cursor cursor = journal.cursor();
    offer(10);
    List<Long> seen = new ArrayList<>();

    cursor.read(
        (scope, bytes, offset, length) -> {
          assertThat(number(bytes, offset)).isEqualTo(cursor.position());
          if (seen.isEmpty()) {
            offer(MANY);
          }
          return seen.add(number(bytes, offset));
        });

    assertThat(seen).startsWith(0L).endsWith(offered - 1);
    assertThat(seen.size() + cursor.lost()).isEqualTo(offered);
  }

  @Test
  void whatABatchRefersToStaysAsItIsUntilTheNextOne() {
    Cursor cursor = journal.cursor();
    offer(200);
    List<ByteBuffer> batch = new ArrayList<>();
    cursor.read(
        (scope, bytes, offset, length) -> batch.add(ByteBuffer.wrap(bytes, offset, length)));

    offer(MANY);

    for (int i = 0; i < 200; i++) {
      assertThat(batch.get(i).slice().getLong()).isEqualTo(i);
    }
  }

  private void offer(int records) {
    for (int i = 0; i < records; i++) {
      assertThat(tryToOffer()).isTrue();
    }
  }

  private boolean tryToOffer() {
    byte[] bytes = ByteBuffer.allocate(RECORD).putLong(offered).array();
    boolean taken = journal.offer(0, bytes, 0, RECORD);
    offered += taken ? 1 : 0;
    return taken;
  }

  private static List<Long> read(Cursor cursor) {
    List<Long> records = new ArrayList<>();
    cursor.read((scope, bytes, offset, length) -> records.add(number(bytes, offset)));
    return records;
  }

  private static long number(byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).getLong(offset);
  }
}
