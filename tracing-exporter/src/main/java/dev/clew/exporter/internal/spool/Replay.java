// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import dev.clew.exporter.internal.delivery.Origin;
import dev.clew.exporter.internal.journal.Cursor;
import dev.clew.exporter.internal.journal.Journal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the spans of files that are left over into a journal: those that some sender has still to
 * get. A sender that was not there gets what any of those that were there has not acknowledged. For
 * one thread.
 */
final class Replay {

  private final SpoolFile file;
  private final Journal journal;
  private final Origin origin;
  private final Map<String, Cursor> readers;

  /** By file and the scope there, and by the senders that have what comes now. */
  private final Map<List<Object>, Integer> scopes = new HashMap<>();

  private final List<ByteBuffer> resources = new ArrayList<>();
  private long dropped;

  Replay(SpoolFile file, Journal journal, Origin origin, Map<String, Cursor> readers) {
    this.file = file;
    this.journal = journal;
    this.origin = origin;
    this.readers = readers;
  }

  /** Takes a record over, if anybody needs it. */
  void record(Leftover from, long number, int scope, byte[] bytes, int offset, int length) {
    Note known = from.scope(scope);
    if (known == null) {
      from.countDamaged();
      return;
    }
    long delivered = 0;
    long row = 1;
    for (String sender : readers.keySet()) {
      delivered |= from.isDelivered(sender, number, known.delivered) ? row : 0;
      row <<= 1;
    }
    if (delivered != row - 1) {
      int its = scope(from, known, delivered);
      long here = journal.end();
      if (journal.offer(its, bytes, offset, length)) {
        skip(here, delivered);
      } else {
        from.countDamaged();
      }
    } else if (!from.isDelivered(null, number, known.delivered)) {
      dropped++;
    }
  }

  /** How many records nobody gets any more, since those who had still to get them are gone. */
  long dropped() {
    return dropped;
  }

  private void skip(long number, long delivered) {
    long rows = delivered;
    for (Cursor cursor : readers.values()) {
      if ((rows & 1) != 0) {
        cursor.skip(number);
      }
      rows >>>= 1;
    }
  }

  /** The number of a scope here; -1, which no journal takes, where there is no room for it. */
  private int scope(Leftover from, Note scope, long delivered) {
    List<Object> key = List.of(scope, delivered);
    Integer known = scopes.get(key);
    if (known == null) {
      known = adopt(from.resource(scope), scope.bytes, delivered);
      scopes.put(key, known);
    }
    return known;
  }

  private int adopt(byte[] bytes, byte[] scope, long delivered) {
    ByteBuffer resource = ByteBuffer.wrap(bytes);
    if (!resources.contains(resource)) {
      if (!file.note(new Note(Note.EARLIER, 0, 0, bytes))) {
        return -1;
      }
      resources.add(resource);
    }
    int its = resources.indexOf(resource);
    return file.note(new Note(Note.SCOPE, its + 1, delivered, scope))
        ? origin.adopt(resources.get(its).array(), scope)
        : -1;
  }
}
