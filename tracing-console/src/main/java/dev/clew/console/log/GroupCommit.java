// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes the records of several threads at once. The first that comes writes for all who come while
 * the disk is busy with those before; there is no thread of its own.
 */
final class GroupCommit {

  /** Makes the next segment. */
  @FunctionalInterface
  interface Roll {
    Segment next() throws IOException;
  }

  /** Records that are written together, and how that went. */
  private static final class Group {
    final List<byte[]> payloads = new ArrayList<>();
    boolean done;
    IOException failure;
  }

  private final Roll roll;
  private final long segmentSize;
  private final boolean sync;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();

  // All guarded by the lock; the segment is written by who has set busy.
  private Group forming = new Group();
  private Segment segment;
  private boolean busy;
  private boolean closed;
  private long count;

  GroupCommit(Roll roll, long segmentSize, boolean sync) {
    this.roll = roll;
    this.segmentSize = segmentSize;
    this.sync = sync;
  }

  /** Returns when the record is written. */
  void append(byte[] payload) throws IOException, InterruptedException {
    Group group;
    boolean leads;
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw new IOException("closed");
      }
      group = forming;
      group.payloads.add(payload);
      while (busy && !group.done) {
        // It may be written from now on, so an interrupt must not take it back.
        progress.awaitUninterruptibly();
      }
      leads = !group.done;
      if (leads) {
        busy = true;
        forming = new Group();
      }
    } finally {
      lock.unlock();
    }
    if (leads) {
      lead(group);
    }
    if (group.failure != null) {
      throw new IOException(group.failure.getMessage(), group.failure);
    }
  }

  private void lead(Group group) {
    IOException failure = new IOException("not written");
    try {
      if (segment == null || segment.committed() >= segmentSize) {
        segment = roll.next();
      }
      segment.append(group.payloads, sync);
      failure = null;
    } catch (IOException failed) {
      failure = failed;
    } finally {
      finish(group, failure);
    }
  }

  private void finish(Group group, IOException failure) {
    lock.lock();
    try {
      if (failure != null) {
        // Nobody knows what of it is on the disk: nothing may be written behind it.
        segment = null;
      }
      group.failure = failure;
      group.done = true;
      busy = false;
      count++;
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many groups have been written. */
  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits so many nanoseconds until more groups are written than {@code seen}. */
  boolean await(long seen, long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (count == seen && left > 0) {
        left = progress.awaitNanos(left);
      }
      return count != seen;
    } finally {
      lock.unlock();
    }
  }

  /** Appends no more to a segment that ends at an offset; false where it does not, or may not. */
  boolean leave(Segment read, long end) {
    lock.lock();
    try {
      if (busy || read.committed() != end) {
        return false;
      }
      if (segment == read) {
        segment = null;
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses what comes from now on, and waits for what is being written. */
  void close() {
    lock.lock();
    try {
      closed = true;
      while (busy) {
        progress.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
