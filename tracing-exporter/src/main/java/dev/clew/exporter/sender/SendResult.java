// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import java.time.Duration;
import java.util.Objects;

/**
 * What became of a batch. Immutable.
 *
 * @param outcome what it comes to
 * @param rejected how many of its spans were refused for good, where the outcome is partial
 * @param retryAfter how long the receiver asks to be left alone; {@code null} where it does not
 * @param message why, for people; comes from outside and is made printable before it is logged
 */
public record SendResult(Outcome outcome, long rejected, Duration retryAfter, String message) {

  /** What it comes to. */
  public enum Outcome {
    /** All of it has arrived. */
    SUCCESS,
    /** It has arrived, and some of its spans were refused for good. */
    PARTIAL,
    /** It has not arrived, and may if tried again. */
    RETRY,
    /** It was refused for good. */
    FAILED
  }

  private static final SendResult SUCCESS = new SendResult(Outcome.SUCCESS, 0, null, "");

  /** Checks its arguments. */
  public SendResult {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(message);
  }

  /** All of it has arrived. */
  public static SendResult success() {
    return SUCCESS;
  }

  /** It has arrived, but for {@code rejected} spans that must not be sent again. */
  public static SendResult partial(long rejected, String message) {
    return new SendResult(Outcome.PARTIAL, rejected, null, message);
  }

  /** Try again, whenever it suits. */
  public static SendResult retry(String message) {
    return new SendResult(Outcome.RETRY, 0, null, message);
  }

  /** Try again, not before the time given. */
  public static SendResult retryAfter(Duration after, String message) {
    return new SendResult(Outcome.RETRY, 0, after, message);
  }

  /** Refused for good. */
  public static SendResult failed(String message) {
    return new SendResult(Outcome.FAILED, 0, null, message);
  }
}
