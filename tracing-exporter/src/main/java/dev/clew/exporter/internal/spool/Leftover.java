// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import dev.clew.exporter.internal.journal.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file of an exporter that is gone. It is read, never mapped: whatever has happened to it, the
 * worst is an exception. What does not bear its check is left out. For one thread.
 */
final class Leftover {

  private static final byte[] NOTHING = {};

  private final Claim claim;

  /** Whether its end is missing. */
  final boolean cut;

  private final ByteBuffer head = buffer(Layout.SEGMENT);
  private final Map<String, Integer> rows = new HashMap<>();
  private final long[] marks = new long[Layout.MAX_ROWS];
  private final List<Note> scopes = new ArrayList<>();
  private final List<byte[]> resources = new ArrayList<>();
  private final List<String> takenOver = new ArrayList<>();

  /** The oldest record that some sender has still to get. */
  private long wanted = Long.MAX_VALUE;

  private long damaged;

  /**
   * The record that has to come next, or one after it: whatever is in the file, none comes twice.
   */
  private long next;

  /** The last segment with records, and the record after its last. */
  private long segment;

  private long end;

  /** Reads all but its records. */
  Leftover(Claim claim) throws IOException {
    this.claim = claim;
    read(head, 0);
    long size = claim.channel().size();
    // What has no magic, not even a part of it, is as long as its exporter came: it has no spans.
    cut =
        size < Layout.SEGMENT ? head.get(0) != 0 : isReadable() && size < head.getLong(Layout.SIZE);
    resources.add(null);
    scopes.add(new Note(Note.SCOPE, 0, 0, NOTHING));
    readRows();
    int at = Layout.NOTES;
    for (Note note = Note.read(head, at); note != null; note = Note.read(head, at)) {
      add(note);
      at += Note.size(note.bytes.length);
    }
  }

  private void add(Note note) {
    switch (note.kind) {
      case Note.RESOURCE -> resources.set(0, note.bytes);
      case Note.EARLIER -> resources.add(note.bytes);
      case Note.SCOPE -> scopes.add(note);
      default -> takenOver.add(new String(note.bytes, StandardCharsets.UTF_8));
    }
  }

  private void readRows() {
    for (int i = 0; i < Layout.MAX_ROWS; i++) {
      int at = Layout.ROWS + i * Layout.ROW;
      int length = head.get(at + Layout.NAME - 1);
      if (length > 0 && length <= Layout.MAX_NAME) {
        String name = new String(head.array(), at + Layout.NAME, length, StandardCharsets.UTF_8);
        rows.put(name, i);
        marks[i] = Layout.marked(head.getLong(at));
        wanted = Math.min(wanted, marks[i]);
      }
    }
  }

  /** Whether it is what it should be; one that is not has nothing to give. */
  boolean isReadable() {
    return head.getLong(0) == Layout.MAGIC;
  }

  /** Whether its exporter came so far that it has spans which are nowhere else. */
  boolean isReady() {
    return cut || head.getLong(0) != 0 && head.getLong(Layout.STATE) != 0;
  }

  String name() {
    return claim.path().getFileName().toString();
  }

  /** The names of files whose spans are in this one. */
  List<String> takenOver() {
    return takenOver;
  }

  /**
   * Whether a sender has a record: that of the name if it was there, else all that were.
   *
   * @param before which rows had it before this file
   */
  boolean isDelivered(String sender, long number, long before) {
    Integer row = rows.get(sender);
    if (row != null) {
      return has(row, number, before);
    }
    for (int each : rows.values()) {
      if (!has(each, number, before)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(int row, long number, long before) {
    return number < marks[row] || (before >>> row & 1) != 0;
  }

  /** A scope; {@code null} where that or its resource is not known any more. */
  Note scope(int number) {
    return number < scopes.size() && resource(scopes.get(number)) != null
        ? scopes.get(number)
        : null;
  }

  byte[] resource(Note scope) {
    int number = scope.resource;
    return number >= 0 && number < resources.size() ? resources.get(number) : null;
  }

  /** How many of its records are known to be lost so far. */
  long damaged() {
    return damaged;
  }

  /** Counts a record that is of no use. */
  void countDamaged() {
    damaged++;
  }

  /** Gives all records to a replay, in the order of their numbers. */
  void giveTo(Replay replay) throws IOException {
    ByteBuffer bytes = buffer(Layout.SEGMENT);
    for (long[] place : segments()) {
      read(bytes, place[2]);
      for (int i = 0; i < Layout.ENTRIES; i++) {
        int at = Layout.TABLE + i * Layout.ENTRY;
        long entry = bytes.getLong(at);
        if (entry != 0) {
          countMissing(place);
          end = place[1] + i + 1;
          if (!(entry < 0 && Storage.isVoid(entry))) {
            give(replay, place, i, entry, bytes);
          }
        }
      }
    }
  }

  /** What stood in segments between the last one and this is lost, where somebody waited for it. */
  private void countMissing(long[] place) {
    if (segment != 0 && place[0] > segment + 1) {
      damaged += Math.max(0, place[1] - Math.max(end, wanted));
    }
    segment = place[0];
  }

  private void give(Replay replay, long[] place, int index, long entry, ByteBuffer segment) {
    byte[] bytes = segment.array();
    int offset = Layout.BYTES + Storage.offset(entry);
    int length = Storage.length(entry);
    long check = segment.getLong(Layout.TABLE + index * Layout.ENTRY + Long.BYTES);
    if (length > bytes.length - offset
        || Layout.check(place[0], entry, bytes, offset, length) != check) {
      countDamaged();
      return;
    }
    long number = place[1] + index;
    if (number >= next) {
      next = number + 1;
      replay.record(this, number, Storage.scope(entry), bytes, offset, length);
    }
  }

  /** The number, the first record's number, and the position of each segment. */
  private List<long[]> segments() throws IOException {
    List<long[]> segments = new ArrayList<>();
    ByteBuffer header = buffer(Layout.TABLE);
    long size = claim.channel().size();
    for (long at = Layout.SEGMENT; at < size; at += Layout.SEGMENT) {
      read(header, at);
      long number = header.getLong(0);
      long first = header.getLong(8);
      if (number != 0 && header.getLong(16) == Layout.check(number, first)) {
        segments.add(new long[] {number, first, at});
      }
    }
    segments.sort((one, other) -> Long.compare(one[0], other[0]));
    return segments;
  }

  /** Fills the buffer; what the file does not have is zero. */
  private void read(ByteBuffer buffer, long position) throws IOException {
    buffer.clear();
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = claim.channel().read(buffer, position + buffer.position());
    }
    Arrays.fill(buffer.array(), buffer.position(), buffer.capacity(), (byte) 0);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Makes it worth nothing and deletes it. */
  void delete() {
    try {
      claim.useUp();
    } catch (IOException stays) {
      // The file that has taken it over says so.
    }
  }

  /** Lets go of it, and leaves it as it is. */
  void close() throws IOException {
    claim.close();
  }
}
