// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Flat arrays that one thread fills while another may be reading: nulls mark the end, and each
 * element is published after what it stands for. Attributes are key, value, key, value; events and
 * links are one element each.
 */
final class Slots {

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final int FIRST_PAIRS = 4;
  private static final int FIRST_ITEMS = 2;

  private Slots() {}

  /**
   * Sets the value of a key.
   *
   * @param slots {@code null} for none yet
   * @return the array to go on with; {@code null} where there is no room for another key
   */
  static Object[] put(Object[] slots, String key, Object value, int maxPairs) {
    if (slots == null) {
      return maxPairs == 0 ? null : first(key, value);
    }
    int i = 0;
    for (; i < slots.length && slots[i] != null; i += 2) {
      if (slots[i].equals(key)) {
        ELEMENT.setRelease(slots, i + 1, value);
        return slots;
      }
    }
    if (i >= 2 * maxPairs) {
      return null;
    }
    Object[] target = i < slots.length ? slots : grown(slots);
    ELEMENT.setRelease(target, i + 1, value);
    ELEMENT.setRelease(target, i, key);
    return target;
  }

  /** The value of a key, {@code null} where it has none. */
  static Object get(Object[] slots, String key) {
    if (slots != null) {
      for (int i = 0; i < slots.length && slots[i] != null; i += 2) {
        if (slots[i].equals(key)) {
          return slots[i + 1];
        }
      }
    }
    return null;
  }

  /**
   * Adds an element.
   *
   * @return as {@link #put}
   */
  static Object[] add(Object[] slots, Object item, int max) {
    Object[] target = slots == null ? new Object[FIRST_ITEMS] : slots;
    int count = used(target);
    if (count >= max) {
      return null;
    }
    target = count < target.length ? target : grown(target);
    ELEMENT.setRelease(target, count, item);
    return target;
  }

  /** How many elements, keys and values counted apart, are in use; 0 for {@code null}. */
  static int used(Object[] slots) {
    int used = 0;
    if (slots != null) {
      while (used < slots.length && ELEMENT.getAcquire(slots, used) != null) {
        used++;
      }
    }
    return used;
  }

  /** Room for so many pairs; {@code null} for none. */
  static Object[] room(int pairs) {
    return pairs > 0 ? new Object[2 * pairs] : null;
  }

  private static Object[] first(String key, Object value) {
    Object[] slots = new Object[2 * FIRST_PAIRS];
    slots[0] = key;
    slots[1] = value;
    VarHandle.releaseFence();
    return slots;
  }

  private static Object[] grown(Object[] slots) {
    Object[] larger = Arrays.copyOf(slots, Math.max(2 * FIRST_PAIRS, 2 * slots.length));
    VarHandle.releaseFence();
    return larger;
  }
}
