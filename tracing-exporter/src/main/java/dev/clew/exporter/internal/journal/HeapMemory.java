// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.util.concurrent.atomic.AtomicReference;

/** Memory from the heap, of which one segment that is done with is kept for the next. */
final class HeapMemory implements Memory {

  private final int segmentBytes;
  private final AtomicReference<Storage> spare = new AtomicReference<>();

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
    Storage storage = spare.getAndSet(null);
    try {
      return storage != null ? storage : new HeapStorage(segmentBytes);
    } catch (OutOfMemoryError full) {
      return null;
    }
  }

  @Override
  public void free(Storage storage, int records) {
    storage.clear(records);
    spare.set(storage);
  }

  /** Is left to the garbage collector, once its last user has let it go. */
  @Override
  public void evicted(Storage storage, int records) {}
}
