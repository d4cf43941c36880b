// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import dev.clew.exporter.internal.delivery.Origin;
import dev.clew.exporter.internal.journal.Cursor;
import dev.clew.exporter.internal.journal.Journal;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the spans of files that are left over into a journal: those that some sender has still to
 * get. A sender that was not there gets what any of those that were there has not acknowledged. For
 * one thread.
 */
final class Replay {

  /** A scope of a file, with the senders that have what comes now. */
  private record Key(int scope, long delivered) {}

  private record Resource(int number, byte[] bytes) {}

  private final SpoolFile file;
  private final Journal journal;
  private final Origin origin;
  private final List<String> senders;
  private final List<Cursor> cursors;
  private final Map<ByteBuffer, Resource> resources = new HashMap<>();
  private int resourcesNoted;

  Replay(
      SpoolFile file, Journal journal, Origin origin, List<String> senders, List<Cursor> cursors) {
    this.file = file;
    this.journal = journal;
    this.origin = origin;
    this.senders = senders;
    this.cursors = cursors;
  }

  /** Takes over one file, which knows how much of it was damaged. */
  void takeOver(Leftover leftover) throws Exception {
    Map<Key, Integer> scopes = new HashMap<>();
    leftover.forEach(
        (number, scope, bytes, offset, length) -> {
          Note known = leftover.scope(scope);
          if (known == null) {
            leftover.countDamaged();
            return;
          }
          long delivered = delivered(leftover, number, known.delivered());
          if (delivered != everybody()) {
            int its =
                scopes.computeIfAbsent(
                    new Key(scope, delivered), key -> adopt(leftover, known, delivered));
            add(leftover, its, delivered, bytes, offset, length);
          }
        });
  }

  private long everybody() {
    return (1L << senders.size()) - 1;
  }

  /** Which of our senders need not get a record. */
  private long delivered(Leftover leftover, long number, long before) {
    long delivered = 0;
    for (int i = 0; i < senders.size(); i++) {
      Leftover.Row row = leftover.rows().get(senders.get(i));
      boolean has =
          row != null
              ? has(row, number, before)
              : leftover.rows().values().stream().allMatch(any -> has(any, number, before));
      delivered |= has ? 1L << i : 0;
    }
    return delivered;
  }

  private static boolean has(Leftover.Row row, long number, long before) {
    return number < row.mark() || (before >>> row.number() & 1) != 0;
  }

  /** The number of the scope here; -1 where there is no room for it. */
  private int adopt(Leftover leftover, Note scope, long delivered) {
    Resource resource =
        resources.computeIfAbsent(ByteBuffer.wrap(leftover.resource(scope)), this::note);
    boolean noted =
        resource.number > 0
            && file.note(new Note(Note.SCOPE, resource.number, delivered, scope.bytes()));
    return noted ? origin.adopt(resource.bytes, scope.bytes()) : -1;
  }

  private Resource note(ByteBuffer bytes) {
    boolean noted = file.note(new Note(Note.EARLIER, 0, 0, bytes.array()));
    return new Resource(noted ? ++resourcesNoted : 0, bytes.array());
  }

  private void add(
      Leftover leftover, int scope, long delivered, byte[] bytes, int offset, int length) {
    long number = journal.end();
    if (!journal.offer(scope, bytes, offset, length)) {
      leftover.countDamaged();
      return;
    }
    for (int i = 0; i < cursors.size(); i++) {
      if ((delivered >>> i & 1) != 0) {
        cursors.get(i).skip(number);
      }
    }
  }
}
