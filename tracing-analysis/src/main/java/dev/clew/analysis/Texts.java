// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/** What comes from spans, within sentences: cut, and on one line. */
public final class Texts {

  private static final int MAX_LENGTH = 80;

  private Texts() {}

  /** The beginning of a text, with a mark where there is more; control characters are blanks. */
  public static String cut(String text) {
    boolean fits = text.length() <= MAX_LENGTH;
    StringBuilder line = new StringBuilder(fits ? text : text.substring(0, MAX_LENGTH));
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    return fits ? line.toString() : line.append("...").toString();
  }

  /** The same, between quotation marks. */
  public static String quoted(String text) {
    return '"' + cut(text) + '"';
  }
}
