// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

import dev.clew.console.files.DirectoryLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Records that outlive the process until they are released. {@link #append} returns when its record
 * is written (and, with {@code sync}, on the disk): those that come at the same time are written
 * and synced together. Any threads may append; one reads and releases.
 *
 * <p>The log is a directory of segments. A new process begins a new segment, and reads those of
 * earlier ones first.
 */
public final class WriteAheadLog implements Closeable {

  private static final int SEGMENTS = 16;

  private final Path directory;
  private final long limit;
  private final DirectoryLock lock;
  private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
  private final GroupCommit commits;

  /** Of the record that was refused last, if there is ever room for it. */
  private volatile int wanted = 1;

  /** Of the segment that was made last; only who makes one touches it. */
  private long lastNumber;

  /**
   * Opens a log, or makes one.
   *
   * @param limit how many bytes may wait to be released
   * @param sync whether records are to survive a power cut, and not only the end of the process
   * @throws IOException where the directory cannot be used, or another process uses it
   */
  public static WriteAheadLog open(Path directory, long limit, boolean sync) throws IOException {
    DirectoryLock lock = DirectoryLock.take(directory);
    try {
      return new WriteAheadLog(directory, limit, sync, lock);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private WriteAheadLog(Path directory, long limit, boolean sync, DirectoryLock lock)
      throws IOException {
    this.directory = directory;
    this.limit = limit;
    this.lock = lock;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Segment::isSegment).toList()) {
        Segment segment = Segment.found(file);
        segments.put(segment.number(), segment);
        lastNumber = Math.max(lastNumber, segment.number());
      }
    }
    this.commits = new GroupCommit(this::roll, limit / SEGMENTS, sync);
  }

  private Segment roll() throws IOException {
    Segment segment = Segment.create(directory, ++lastNumber);
    segments.put(segment.number(), segment);
    return segment;
  }

  /**
   * Appends a record, and waits until it is written.
   *
   * @param payload not empty; kept as it is
   * @throws LogFullException where as much waits as may; nothing is appended
   * @throws IOException where it could not be written, or the log is closed; it may be read all the
   *     same
   */
  public void append(byte[] payload) throws LogFullException, IOException, InterruptedException {
    if (payload.length == 0) {
      throw new IllegalArgumentException("empty");
    }
    long waiting = waiting();
    if (waiting + payload.length > limit) {
      if (payload.length <= limit) {
        wanted = payload.length;
      }
      throw new LogFullException(waiting, limit);
    }
    commits.append(payload);
  }

  /** How many bytes are not released yet; those of a segment count until all of it is. */
  public long waiting() {
    long bytes = 0;
    for (Segment segment : segments.values()) {
      bytes += segment.committed();
    }
    return bytes;
  }

  /** Whether the record that was refused last would be refused again. */
  public boolean isFull() {
    return waiting() + wanted > limit;
  }

  /** How many bytes may wait. */
  public long limit() {
    return limit;
  }

  /** Before the oldest record. */
  public Position start() {
    Map.Entry<Long, Segment> first = segments.firstEntry();
    return new Position(first == null ? 0 : first.getKey(), 0);
  }

  /**
   * The first record after a position, if need be the next one that is appended.
   *
   * @return {@code null} where none comes in time
   */
  public Record next(Position after, Duration wait) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    while (true) {
      long seen = commits.count();
      Record record = find(after);
      // Groups are counted after they can be read: the next one may be that of the last record.
      if (record != null || !commits.await(seen, deadline - System.nanoTime())) {
        return record;
      }
    }
  }

  private Record find(Position after) throws IOException {
    long number = after.segment();
    long offset = after.offset();
    while (true) {
      // Looked up before the read: once there is a later segment, this one gets no more records.
      Long later = segments.higherKey(number);
      Segment segment = segments.get(number);
      Record record = segment == null ? null : segment.read(offset);
      if (record != null || later == null) {
        return record;
      }
      number = later;
      offset = 0;
    }
  }

  /** Forgets all records before a position; their segments are deleted when nothing is left. */
  public void release(Position position) throws IOException {
    for (Segment segment : List.copyOf(segments.headMap(position.segment()).values())) {
      segments.remove(segment.number());
      segment.delete();
    }
    Segment last = segments.get(position.segment());
    if (last != null && commits.leave(last, position.offset())) {
      segments.remove(last.number());
      last.delete();
    }
  }

  /** Waits for records that are being written; what is not released is read by the next process. */
  @Override
  public void close() throws IOException {
    commits.close();
    for (Segment segment : segments.values()) {
      segment.close();
    }
    lock.close();
  }
}
