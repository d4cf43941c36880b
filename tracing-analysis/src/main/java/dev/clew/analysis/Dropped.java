// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/**
 * How much of a span, or of all spans of a trace, is known to have been left out where it was
 * recorded.
 */
public record Dropped(long attributes, long events, long links) {

  /** Nothing. */
  public static final Dropped NOTHING = new Dropped(0, 0, 0);

  /** Both together. */
  public Dropped plus(Dropped other) {
    return new Dropped(
        Nanos.add(attributes, other.attributes),
        Nanos.add(events, other.events),
        Nanos.add(links, other.links));
  }

  /** Whether it is nothing. */
  public boolean isNothing() {
    return attributes == 0 && events == 0 && links == 0;
  }
}
