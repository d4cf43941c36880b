// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clocks allow each other. For one thread. */
final class ClockBounds {

  /** The third power of this many steps is still quick. */
  private static final int MAX_CLOSED = 64;

  /** For each clock: the bounds of its offset against that of others. */
  private final List<Map<Integer, Bounds>> clocks = new ArrayList<>();

  ClockBounds(int count) {
    for (int i = 0; i < count; i++) {
      clocks.add(new LinkedHashMap<>());
    }
  }

  /** Of one clock's offset, less that of the other. */
  Bounds between(int clock, int other) {
    return clocks.get(clock).computeIfAbsent(other, number -> new Bounds());
  }

  /** The clocks that say something of this one, with what they say. */
  Map<Integer, Bounds> of(int clock) {
    return clocks.get(clock);
  }

  /**
   * Draws all conclusions, where there are not too many clocks, so that clocks can be placed one
   * after the other without getting stuck; gives up on what contradicts itself.
   */
  void conclude() {
    List<Bounds> direct = all();
    direct.stream().filter(Bounds::areContradictory).forEach(Bounds::forgetAnswers);
    if (clocks.size() <= MAX_CLOSED) {
      for (int middle = 0; middle < clocks.size(); middle++) {
        goThrough(middle);
      }
      List<Bounds> concluded = all();
      if (concluded.stream().anyMatch(Bounds::areContradictory)) {
        concluded.forEach(Bounds::forgetAnswers);
      }
    }
  }

  private List<Bounds> all() {
    return clocks.stream().flatMap(bounds -> bounds.values().stream()).toList();
  }

  private void goThrough(int middle) {
    List<Integer> others = List.copyOf(clocks.get(middle).keySet());
    for (int from : others) {
      for (int to : others) {
        if (from != to) {
          between(to, from).narrow(between(to, middle), between(middle, from));
        }
      }
    }
  }
}
