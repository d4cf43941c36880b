// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

/** Two of them: an application with a logging library of its own in a server with another. */
record BothMdcs(Mdc first, Mdc second) implements Mdc {

  @Override
  public Object swap(String key, Object value) {
    Pair given = Pair.of(value);
    Object before = first.swap(key, given.first);
    return new Pair(before, second.swap(key, given.second));
  }

  /** The second is the server's, whose threads inherit what is in it. */
  @Override
  public String text(Object before) {
    return second.text(Pair.of(before).second);
  }

  @Override
  public void set(String key, Object value) {
    Pair given = Pair.of(value);
    first.set(key, given.first);
    second.set(key, given.second);
  }

  /** What was in each of them. */
  private record Pair(Object first, Object second) {

    static Pair of(Object value) {
      return value instanceof Pair pair ? pair : new Pair(value, value);
    }
  }
}
