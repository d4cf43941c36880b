// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.function.BiConsumer;

/** The attributes of one event or link, as they are kept. */
final class AttributeSnapshot implements BiConsumer<AttributeKey<?>, Object> {

  private final int maxCount;
  private final int maxLength;
  private Object[] slots;
  private int dropped;

  AttributeSnapshot(int maxCount, int maxLength) {
    this.maxCount = maxCount;
    this.maxLength = maxLength;
  }

  /** As {@link Slots} has them; {@code null} for none. */
  Object[] slots() {
    return slots;
  }

  int dropped() {
    return dropped;
  }

  /** Adds what is there; where the application's implementation fails, what it had given so far. */
  void addAll(Attributes attributes, Recorder recorder) {
    try {
      if (attributes != null) {
        attributes.forEach(this);
      }
    } catch (Throwable failed) {
      recorder.fault(failed);
    }
  }

  @Override
  public void accept(AttributeKey<?> key, Object value) {
    put(AttributeKeys.text(key), value);
  }

  void put(String key, Object value) {
    if (key == null || key.isEmpty() || value == null) {
      return;
    }
    Object[] target = Slots.put(slots, key, AttributeValues.of(value, maxLength), maxCount);
    if (target == null) {
      dropped++;
    } else {
      slots = target;
    }
  }
}
