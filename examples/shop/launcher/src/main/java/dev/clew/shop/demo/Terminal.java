// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where the demo prints, and what can be printed there.
 *
 * @param columns its width
 * @param colours whether ANSI escapes may be used
 * @param drawing whether it shows more than ASCII
 */
record Terminal(PrintStream out, int columns, boolean colours, boolean drawing) {

  private static final int NARROWEST = 72;
  private static final int WIDEST = 160;

  /**
   * Standard output. The script tells by {@code shop.tty} and {@code shop.columns} what Java 17
   * cannot find out.
   */
  static Terminal standard() {
    Charset charset = charset();
    boolean tty = Boolean.getBoolean("shop.tty");
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
        Math.max(NARROWEST, Math.min(Integer.getInteger("shop.columns", 100), WIDEST)),
        tty && isEmpty(System.getenv("NO_COLOR")) && !"dumb".equals(System.getenv("TERM")),
        charset.newEncoder().canEncode("└─█▏…"));
  }

  /** Since Java 18 {@code file.encoding} is always UTF-8, whatever the terminal understands. */
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return name == null ? StandardCharsets.US_ASCII : Charset.forName(name);
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }

  void print(String line) {
    out.println(line);
  }
}
