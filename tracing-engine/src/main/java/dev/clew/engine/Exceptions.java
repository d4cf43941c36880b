// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.io.PrintWriter;
import java.io.Writer;

/** Reads exceptions of the application, whose methods may themselves throw. */
final class Exceptions {

  private Exceptions() {}

  /** The message; {@code null} where there is none or it cannot be had. */
  static String message(Throwable exception) {
    try {
      return exception.getMessage();
    } catch (Throwable failed) {
      return null;
    }
  }

  /**
   * The stack trace as it would be printed, or as much of it as can be had in {@code max} chars.
   */
  static String stackTrace(Throwable exception, int max) {
    Bounded text = new Bounded(max);
    try (PrintWriter writer = new PrintWriter(text)) {
      exception.printStackTrace(writer);
    } catch (Throwable failed) {
      // What has been written so far is kept.
    }
    return text.toString();
  }

  /** Keeps the beginning of what is written to it. */
  private static final class Bounded extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int max;

    Bounded(int max) {
      this.max = max;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
      text.append(chars, offset, Math.min(length, max - text.length()));
    }

    @Override
    public void write(String string, int offset, int length) {
      text.append(string, offset, offset + Math.min(length, max - text.length()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
