// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalTest {

  /** 1024 bytes have 8 entries and room for 960 bytes of records. */
  private static final int SEGMENT = 1024;

  private int wakes;
  private final Journal journal = new Journal(4 * SEGMENT, SEGMENT, () -> wakes++);

  @Test
  void givesRecordsInOrderWithTheirScopes() {
    Cursor cursor = journal.cursor();

    offer(journal, 7, "a");
    offer(journal, 8, "");
    offer(journal, 9, "c");

    assertThat(read(cursor)).containsExactly("7 a", "8 ", "9 c");
    assertThat(cursor.position()).isEqualTo(3).isEqualTo(journal.end());
    assertThat(read(cursor)).isEmpty();
  }

  @Test
  void readsOnWhereItStopped() {
    Cursor cursor = journal.cursor();
    offerMany(0, 20);

    List<String> first = new ArrayList<>();
    cursor.read(
        (scope, bytes, offset, length) -> {
          first.add(text(bytes, offset, length));
          return first.size() < 11;
        });

    assertThat(first).hasSize(11).last().isEqualTo("10");
    assertThat(read(cursor)).hasSize(9).first().isEqualTo("0 11");
  }

  @Test
  void evictsOldestSegmentsAndCountsWhatACursorHadNotRead() {
    Cursor cursor = journal.cursor();
    offerMany(0, 5);
    read(cursor);

    offerMany(5, 100);

    assertThat(journal.end()).isEqualTo(100);
    assertThat(cursor.lost()).isEqualTo(journal.start() - 5);
    assertThat(cursor.position()).isEqualTo(journal.start());
    List<String> rest = read(cursor);
    assertThat(rest).first().isEqualTo("0 " + journal.start());
    assertThat(rest).last().isEqualTo("0 99");
    assertThat(5 + rest.size() + cursor.lost()).isEqualTo(100);
  }

  @Test
  void aCursorThatStandsStillCostsAnotherNothing() {
    Cursor stuck = journal.cursor();
    Cursor quick = journal.cursor();

    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 200; i += 5) {
      offerMany(i, i + 5);
      seen.addAll(read(quick));
      quick.done();
    }

    assertThat(seen).hasSize(200);
    assertThat(quick.lost()).isZero();
    assertThat(stuck.lost()).isEqualTo(journal.start());
    assertThat(read(stuck)).hasSize((int) (200 - journal.start()));
  }

  @Test
  void keepsTheBytesOfARecordUntilItsReaderIsDone() {
    Cursor slow = journal.cursor();
    Cursor quick = journal.cursor();
    offer(journal, 0, "first");
    byte[][] kept = new byte[1][];
    slow.read(
        (scope, bytes, offset, length) -> {
          kept[0] = bytes;
          return true;
        });

    for (int i = 0; i < 500; i++) {
      offer(journal, 0, "other");
      read(quick);
      quick.done();
    }

    assertThat(text(kept[0], 0, 5)).isEqualTo("first");
  }

  @Test
  void anEvictedSegmentKeepsNothingAliveForWhoStillStandsInIt() {
    Segment first = journal.head();
    offerMany(0, 100);

    assertThat(first.next()).isSameAs(first);
    assertThat(first.storage()).isNull();
  }

  @Test
  void usesTheSameMemoryAgainOnceAllHaveReadIt() {
    Cursor one = journal.cursor();
    Cursor other = journal.cursor();
    Set<byte[]> memory = Collections.newSetFromMap(new IdentityHashMap<>());

    for (int i = 0; i < 1000; i++) {
      offer(journal, 0, String.valueOf(i));
      for (Cursor cursor : List.of(one, other)) {
        cursor.read(
            (scope, bytes, offset, length) -> {
              memory.add(bytes);
              return true;
            });
        cursor.done();
      }
    }

    assertThat(memory).hasSizeLessThanOrEqualTo(3);
    assertThat(journal.end() - journal.start()).isLessThan(20);
  }

  @Test
  void usesAllMemoryAgainThatAReaderWhoWasBehindGivesBack() {
    Journal large = new Journal(64 * SEGMENT, SEGMENT, () -> {});
    Cursor cursor = large.cursor();
    Set<byte[]> memory = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 80; i++) {
        offer(large, 0, "x");
      }
      cursor.read((scope, bytes, offset, length) -> memory.add(bytes) || length > 0);
      cursor.done();
    }

    // Ten a round; the last one of a round is still in use in the next.
    assertThat(memory).hasSize(11);
  }

  @Test
  void refusesAndCountsWhatComesAfterItWasClosed() {
    Cursor cursor = journal.cursor();
    offer(journal, 0, "before");

    journal.close();
    journal.close();

    assertThat(offer(journal, 0, "after")).isFalse();
    assertThat(journal.refused()).isEqualTo(1);
    assertThat(journal.end()).isEqualTo(1);
    assertThat(read(cursor)).containsExactly("0 before");
  }

  @Test
  void refusesWhatDoesNotFitAndWhatIsNoRecord() {
    byte[] large = new byte[961];

    assertThat(journal.offer(0, large, 0, 960)).isTrue();
    assertThat(journal.offer(0, large, 0, 961)).isFalse();
    assertThat(journal.offer(-1, large, 0, 1)).isFalse();
    assertThat(journal.offer(0, large, -1, 1)).isFalse();
    assertThat(journal.offer(0, large, 0, -1)).isFalse();
    assertThat(journal.offer(0, large, 961, 1)).isFalse();
    assertThat(journal.offer(0, large, Integer.MAX_VALUE, 5)).isFalse();
    assertThat(journal.refused()).isEqualTo(6);
    assertThat(journal.end()).isEqualTo(1);
  }

  @Test
  void wakesOnceWhenTheRecordThatIsWaitedForIsThere() {
    journal.wakeAt(5);
    journal.wakeAt(3);
    offerMany(0, 3);
    assertThat(wakes).isZero();

    offer(journal, 0, "3");
    offer(journal, 0, "4");
    offer(journal, 0, "5");

    assertThat(wakes).isEqualTo(1);
  }

  @Test
  void wakesWhenASegmentIsFull() {
    offerMany(0, 9);

    assertThat(wakes).isEqualTo(1);
  }

  @Test
  void aRecordThatCouldNotBeCopiedIsLostAndHidesNoOther() {
    Cursor cursor = journal.cursor();
    Segment segment = journal.head();
    long reserved = segment.reserve(4);
    segment.write(reserved, 0, new byte[2], 0, 4);

    offer(journal, 0, "next");

    assertThat(read(cursor)).containsExactly("0 next");
    assertThat(cursor.lost()).isEqualTo(1);
    assertThat(cursor.position()).isEqualTo(journal.end()).isEqualTo(2);
  }

  @Test
  void aRecordThatIsNotWrittenYetHoldsReadersUpUntilItIs() {
    Cursor cursor = journal.cursor();
    Segment segment = journal.head();
    long reserved = segment.reserve(4);
    offerMany(1, 12);

    assertThat(read(cursor)).isEmpty();
    segment.write(reserved, 0, new byte[] {'l', 'a', 't', 'e'}, 0, 4);

    assertThat(read(cursor)).hasSize(12).startsWith("0 late", "0 1");
  }

  @Test
  void aProducerThatWritesIntoAnEvictedSegmentDoesNoHarm() {
    Cursor cursor = journal.cursor();
    Segment segment = journal.head();
    long reserved = segment.reserve(4);
    offerMany(1, 100);

    segment.write(reserved, 0, new byte[] {'l', 'a', 't', 'e'}, 0, 4);

    List<String> rest = read(cursor);
    assertThat(rest).doesNotContain("0 late");
    assertThat(rest.size() + cursor.lost()).isEqualTo(100).isEqualTo(journal.end());
  }

  private void offerMany(int from, int to) {
    for (int i = from; i < to; i++) {
      assertThat(offer(journal, 0, String.valueOf(i))).isTrue();
    }
  }

  private static boolean offer(Journal journal, int scope, String text) {
    byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
    return journal.offer(scope, bytes, 1, bytes.length - 2);
  }

  private static List<String> read(Cursor cursor) {
    List<String> records = new ArrayList<>();
    cursor.read(
        (scope, bytes, offset, length) -> records.add(scope + " " + text(bytes, offset, length)));
    return records;
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}
