// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.util.stream.Collectors;

/** How a trace is drawn: colours or none, lines or ASCII. */
record Style(boolean colours, boolean drawing) {

  private static final int[] SERVICE_COLOURS = {36, 35, 34, 33, 32};

  String fork() {
    return drawing ? "├ " : "+ ";
  }

  String corner() {
    return drawing ? "└ " : "` ";
  }

  String rail() {
    return drawing ? "│ " : "| ";
  }

  String bar(int width) {
    return (drawing ? "█" : "#").repeat(width);
  }

  private String ellipsis() {
    return drawing ? "…" : "~";
  }

  /**
   * At most so wide: the end of a name tells more than its start, and whole words more than parts.
   */
  String fit(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int cut = text.length() - Math.max(0, width - ellipsis().length());
    int word = text.indexOf('.', cut - 1) + 1;
    boolean enough = word > 0 && text.length() - word >= width * 2 / 3;
    return ellipsis() + text.substring(enough ? word : cut);
  }

  /** At most so wide, from its start. */
  String cut(String text, int width) {
    return text.length() <= width
        ? text
        : text.substring(0, width - ellipsis().length()) + ellipsis();
  }

  String service(String text, int number) {
    return coloured(text, SERVICE_COLOURS[number % SERVICE_COLOURS.length]);
  }

  String bold(String text) {
    return coloured(text, 1);
  }

  String faint(String text) {
    return coloured(text, 2);
  }

  String failed(String text) {
    return coloured(text, 31);
  }

  private String coloured(String text, int code) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** What came over the network must not reach the terminal as a control sequence. */
  static String plainLines(String text) {
    return text.lines().map(line -> "  " + plain(line)).collect(Collectors.joining("\n"));
  }

  /** The same of one line. */
  static String plain(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
