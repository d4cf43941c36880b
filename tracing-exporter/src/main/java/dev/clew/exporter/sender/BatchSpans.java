// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import java.util.Arrays;

/** Where the spans of a batch are, in the order in which they are written. */
final class BatchSpans {

  private byte[][] bytes = new byte[64][];
  private int[] offsets = new int[64];
  private int[] lengths = new int[64];

  /** The scope above, the place in the arrays below: sorting groups scopes and keeps the order. */
  private long[] order = new long[64];

  private int count;

  void add(int scope, byte[] source, int offset, int length) {
    if (count == order.length) {
      grow(count * 2);
    }
    bytes[count] = source;
    offsets[count] = offset;
    lengths[count] = length;
    order[count] = (long) scope << 32 | count;
    count++;
  }

  void clear() {
    Arrays.fill(bytes, 0, count, null);
    count = 0;
  }

  void group() {
    Arrays.sort(order, 0, count);
  }

  int groups() {
    int groups = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || scope(i) != scope(i - 1)) {
        groups++;
      }
    }
    return groups;
  }

  int count() {
    return count;
  }

  int scope(int i) {
    return (int) (order[i] >>> 32);
  }

  byte[] bytes(int i) {
    return bytes[(int) order[i]];
  }

  int offset(int i) {
    return offsets[(int) order[i]];
  }

  int length(int i) {
    return lengths[(int) order[i]];
  }

  private void grow(int size) {
    bytes = Arrays.copyOf(bytes, size);
    offsets = Arrays.copyOf(offsets, size);
    lengths = Arrays.copyOf(lengths, size);
    order = Arrays.copyOf(order, size);
  }
}
