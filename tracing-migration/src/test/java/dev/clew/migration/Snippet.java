// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

/**
 * A block of code in a guide. What stands behind its language says what is done with it: {@code
 * old} is code before the migration; {@code before} and {@code after} are what the guide's recipe
 * is given and what it makes of that, and {@code same} is what it leaves as it is.
 *
 * @param place the guide and the line
 */
record Snippet(String place, String language, String mark, String text) {

  /** Whether it may name what is moved away from. */
  boolean isOld() {
    return mark.equals("old") || mark.equals("before");
  }

  @Override
  public String toString() {
    return place + " " + mark;
  }
}
