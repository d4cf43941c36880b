// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import java.util.Set;

/**
 * A stack trace as {@link Throwable#printStackTrace()} lays it out, but with the messages that may
 * be told: that method, which exceptions may override, prints them as they are.
 */
final class StackTraceText {

  /** Enough for any reader; spans have a limit of their own. */
  private static final int MAX_LENGTH = 64 * 1024;

  private final StringBuilder out = new StringBuilder(1024);
  private final Set<Throwable> seen = ErrorText.newSet();
  private final ErrorText text;

  private StackTraceText(ErrorText text) {
    this.text = text;
  }

  static String of(Throwable error, ErrorText text) {
    StackTraceText trace = new StackTraceText(text);
    trace.print(error, "", "", new StackTraceElement[0]);
    return trace.out.substring(0, Math.min(trace.out.length(), MAX_LENGTH));
  }

  private void print(
      Throwable error, String indent, String caption, StackTraceElement[] enclosing) {
    if (out.length() > MAX_LENGTH) {
      return;
    }
    out.append(indent).append(caption).append(ErrorText.type(error));
    if (!seen.add(error)) {
      out.append(" (see above)\n");
      return;
    }
    String message = text.message(error);
    out.append(message.isEmpty() ? "\n" : ": " + message + '\n');
    StackTraceElement[] frames = error.getStackTrace();
    frames(frames, indent, enclosing);
    for (Throwable suppressed : error.getSuppressed()) {
      print(suppressed, indent + '\t', "Suppressed: ", frames);
    }
    if (error.getCause() != null) {
      print(error.getCause(), indent, "Caused by: ", frames);
    }
  }

  /** Those that both have at their end are said once. */
  private void frames(StackTraceElement[] frames, String indent, StackTraceElement[] enclosing) {
    int common = 0;
    while (common < Math.min(frames.length, enclosing.length)
        && frames[frames.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
      common++;
    }
    for (int i = 0; i < frames.length - common && out.length() <= MAX_LENGTH; i++) {
      out.append(indent).append("\tat ").append(frames[i]).append('\n');
    }
    if (common > 0) {
      out.append(indent).append("\t... ").append(common).append(" more\n");
    }
  }
}
