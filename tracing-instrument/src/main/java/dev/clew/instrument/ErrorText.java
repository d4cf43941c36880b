// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import dev.clew.instrument.runtime.Tracing;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What may be told of exceptions. Databases quote values of rows and statements in their messages,
 * and what wraps an exception quotes that; so messages of {@link SQLException}s, and of exceptions
 * that one of them caused, are replaced by SQLState and code, unless {@link
 * InstrumentOptions#DB_ERROR_MESSAGES} asks for them. Addresses lose their query and credentials.
 *
 * <p>Immutable. An application's exceptions may throw from their own methods, and be chained in a
 * circle; nothing here throws.
 */
public final class ErrorText {

  /** Characters of a message that are kept at most. */
  private static final int MAX_MESSAGE = 1024;

  /** Longer chains are not followed; what would come after is withheld. */
  private static final int MAX_CHAIN = 100;

  private final boolean sqlMessages;

  private ErrorText(boolean sqlMessages) {
    this.sqlMessages = sqlMessages;
  }

  /** As the application that is calling has it configured. */
  public static ErrorText ofApplication() {
    try {
      return new ErrorText(Tracing.current().settings().get(InstrumentOptions.DB_ERROR_MESSAGES));
    } catch (Throwable failure) {
      Guard.failed("read how errors are recorded", failure);
      return new ErrorText(false);
    }
  }

  /** What may be told of the message, in at most 1024 characters; empty where there is none. */
  public String message(Throwable error) {
    try {
      Throwable cause = sqlMessages ? null : sqlCause(error);
      if (cause != null) {
        return cause == error
            ? codes(cause)
            : ("caused by " + type(cause) + ' ' + codes(cause)).strip();
      }
      String message = error.getMessage();
      return message == null ? "" : cut(Addresses.redacted(message));
    } catch (Throwable unspeakable) {
      return "";
    }
  }

  /**
   * The same for what a driver has thrown, whatever that is: its codes, unless more is asked for.
   */
  public String messageOfDriver(Throwable error) {
    return sqlMessages ? message(error) : codes(error);
  }

  /**
   * The stack trace where it may not be told as it would be printed.
   *
   * @return {@code null} where nothing is to be withheld
   */
  String stackTrace(Throwable error) {
    try {
      return isToBeWithheld(error, newSet()) ? StackTraceText.of(error, this) : null;
    } catch (Throwable unspeakable) {
      return type(error);
    }
  }

  private boolean isToBeWithheld(Throwable error, Set<Throwable> seen) {
    if (error == null || !seen.add(error)) {
      return false;
    }
    if (seen.size() > MAX_CHAIN || isToBeWithheld(error)) {
      return true;
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (isToBeWithheld(suppressed, seen)) {
        return true;
      }
    }
    return isToBeWithheld(error.getCause(), seen);
  }

  private boolean isToBeWithheld(Throwable error) {
    if (error instanceof SQLException) {
      return !sqlMessages;
    }
    String message = error.getMessage();
    return message != null && !Addresses.redacted(message).equals(message);
  }

  /** The first SQLException that it is or that caused it; itself where the chain has no end. */
  private static Throwable sqlCause(Throwable error) {
    Throwable at = error;
    for (int followed = 0; at != null; at = at.getCause()) {
      if (at instanceof SQLException) {
        return at;
      }
      if (++followed > MAX_CHAIN) {
        return error;
      }
    }
    return null;
  }

  /** What the database calls the failure: nothing of its own words. */
  private static String codes(Throwable error) {
    if (!(error instanceof SQLException failure)) {
      return "";
    }
    String state = failure.getSQLState();
    boolean known = state != null && state.matches("[0-9A-Za-z]{1,8}");
    String code = failure.getErrorCode() == 0 ? "" : "code " + failure.getErrorCode();
    return known ? "SQLState " + state + (code.isEmpty() ? "" : ", " + code) : code;
  }

  static String type(Throwable error) {
    return error.getClass().getName();
  }

  static Set<Throwable> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Its first characters; never half a surrogate pair. */
  private static String cut(String message) {
    if (message.length() <= MAX_MESSAGE) {
      return message;
    }
    boolean splits = Character.isHighSurrogate(message.charAt(MAX_MESSAGE - 1));
    return message.substring(0, splits ? MAX_MESSAGE - 1 : MAX_MESSAGE);
  }
}
