// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Memory from the heap, of which a few segments that are done with are kept for those that come
 * next. Never more than there were at once: new memory is made only where none is kept.
 */
final class HeapMemory implements Memory {

  /** A reader that had to wait for its processor is so many behind, and gives all back at once. */
  private static final int KEPT = 16;

  private final int segmentBytes;

  /** Filled and emptied from its beginning, so that what was used last is used next. */
  private final AtomicReferenceArray<Storage> kept = new AtomicReferenceArray<>(KEPT);

  HeapMemory(int segmentBytes) {
    this.segmentBytes = segmentBytes;
  }

  @Override
  public int largestRecord() {
    return HeapStorage.largestRecord(segmentBytes);
  }

  /** No memory means no room: the span is refused, the application goes on. */
  @Override
  public Storage take(long number, long first) {
    for (int i = 0; i < KEPT; i++) {
      Storage storage = kept.getAndSet(i, null);
      if (storage != null) {
        return storage;
      }
    }
    try {
      return new HeapStorage(segmentBytes);
    } catch (OutOfMemoryError full) {
      return null;
    }
  }

  @Override
  public void free(Storage storage, int records) {
    storage.clear(records);
    for (int i = 0; i < KEPT; i++) {
      if (kept.compareAndSet(i, null, storage)) {
        return;
      }
    }
  }

  /** Is left to the garbage collector, once its last user has let it go. */
  @Override
  public void evicted(Storage storage, int records) {}
}
