// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

/**
 * The "mapped diagnostic context" of a logging library: texts by key, of the calling thread. Any
 * method may throw whatever the library throws.
 */
interface Mdc {

  /**
   * Puts a value there.
   *
   * @param value {@code null} to remove the key, else a {@link String} or what {@code swap} gave
   * @return what was there before, {@code null} for nothing
   */
  Object swap(String key, Object value);

  /** What {@code swap} gave, as text; {@code null} where it is none. */
  String text(Object before);

  /** As {@link #swap}, where nobody wants to know what was there. */
  void set(String key, Object value);

  /** The one of JBoss LogManager, if this is that or has it; {@code null} otherwise. */
  default JBossMdc jboss() {
    return null;
  }
}
