// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import dev.clew.exporter.internal.delivery.Origin;
import dev.clew.exporter.internal.journal.Memory;
import dev.clew.exporter.internal.journal.Storage;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;

/**
 * A journal's file. It has its full size before it is mapped, so that a full disk is an exception
 * and no signal. Thread-safe where it is memory; the rest is for one thread at a time.
 *
 * <p>Memory that was mapped stays so until it is garbage: a producer that is late may write to it
 * after the file was closed, even deleted, and does no harm.
 */
public final class SpoolFile implements Memory, Origin.Book {

  /** For segments that are evicted and still written to, or were taken by who came second. */
  private static final int RESERVE = 4;

  /** How often a producer looks for memory before its span is refused. */
  private static final int LOOKS = 100;

  private static final int MAPPING = 1 << 30;

  private final Claim claim;
  private final ByteBuffer head;

  /** Used last, used next: what is in the processor's cache, and not yet on its way to the disk. */
  private final Deque<MappedStorage> free = new ConcurrentLinkedDeque<>();

  private final Queue<MappedStorage> evicted = new ConcurrentLinkedQueue<>();
  private int rows;
  private int notes = Layout.NOTES;

  private SpoolFile(Claim claim, long size) throws IOException {
    this.claim = claim;
    FileChannel channel = claim.channel();
    ByteBuffer first = null;
    for (long at = 0; at < size; at += MAPPING) {
      int length = (int) Math.min(MAPPING, size - at);
      ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, at, length);
      for (int i = 0; i < length; i += Layout.SEGMENT) {
        ByteBuffer part = mapped.slice(i, Layout.SEGMENT).order(ByteOrder.LITTLE_ENDIAN);
        if (first == null) {
          first = part;
        } else {
          free.add(new MappedStorage(part));
        }
      }
    }
    head = first;
    head.putLong(Layout.SIZE, size);
    head.putLong(0, Layout.MAGIC);
  }

  /**
   * A file that is new, for that many bytes of spans.
   *
   * @throws IOException where there is none to be had; nothing is left behind
   */
  static SpoolFile create(Path path, long bytes) throws IOException {
    long size = (bytes / Layout.SEGMENT + 1 + RESERVE) * Layout.SEGMENT;
    long room = path.getParent().toFile().getUsableSpace();
    // 0 is for systems that do not know, too; writing the file tells then.
    if (room > 0 && room < size) {
      throw new IOException("it needs " + size + " bytes, and the disk has " + room);
    }
    Claim claim = Claim.of(path, StandardOpenOption.CREATE_NEW);
    if (claim == null) {
      throw new IOException("somebody has " + path);
    }
    try {
      fill(claim.channel(), size);
      return new SpoolFile(claim, size);
    } catch (Throwable failed) {
      claim.useUp();
      throw failed;
    }
  }

  private static void fill(FileChannel channel, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(Layout.SEGMENT);
    for (long at = 0; at < size; at += channel.write(zeros.clear(), at)) {
      // Every write goes on where the one before it ended.
    }
  }

  /** Says that it counts from here on, and not the files whose spans it has taken over. */
  void ready() {
    Layout.LONGS.setRelease(head, Layout.STATE, Layout.READY);
  }

  /**
   * A row for a sender.
   *
   * @return where its mark goes, which is the number of the first record it has not acknowledged
   */
  LongConsumer row(String sender) {
    int row = Layout.ROWS + rows++ * Layout.ROW;
    byte[] name = sender.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(name.length, Layout.MAX_NAME);
    head.put(row + Layout.NAME, name, 0, length);
    head.put(row + Layout.NAME - 1, (byte) length);
    return number -> Layout.LONGS.setRelease(head, row, Layout.mark(number));
  }

  /**
   * Notes something.
   *
   * @return whether there was room
   */
  boolean note(Note note) {
    int end = note.write(head, notes);
    notes = Math.max(notes, end);
    return end > 0;
  }

  @Override
  public void resource(byte[] prefix) {
    note(new Note(Note.RESOURCE, 0, 0, prefix));
  }

  @Override
  public boolean scope(byte[] prefix) {
    return note(new Note(Note.SCOPE, 0, 0, prefix));
  }

  @Override
  public int largestRecord() {
    return Layout.CAPACITY;
  }

  @Override
  public Storage take(long number, long first) {
    for (int i = 0; i < LOOKS; i++) {
      MappedStorage storage = free.poll();
      if (storage != null || (storage = quiet()) != null) {
        return storage.begin(number, first);
      }
      Thread.onSpinWait();
    }
    return null;
  }

  private MappedStorage quiet() {
    MappedStorage storage = evicted.poll();
    if (storage == null || storage.clearIfQuiet()) {
      return storage;
    }
    evicted.add(storage);
    return null;
  }

  @Override
  public void free(Storage storage, int records) {
    if (storage instanceof MappedStorage mine) {
      mine.clear(records);
      free.push(mine);
    }
  }

  @Override
  public void evicted(Storage storage, int records) {
    if (storage instanceof MappedStorage mine) {
      // Readers copy first and look then whether it was evicted.
      VarHandle.fullFence();
      evicted.add(mine.evicted(records));
    }
  }

  /**
   * Lets go of the file.
   *
   * @param keep whether it has spans for a later start; if not, it is deleted
   */
  public void close(boolean keep) {
    try {
      if (keep) {
        claim.close();
      } else {
        claim.useUp();
      }
    } catch (IOException stays) {
      // Void, but for a disk that fails; whoever starts next deletes it.
    }
  }
}
