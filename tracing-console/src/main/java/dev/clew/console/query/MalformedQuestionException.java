// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

/** A question that cannot be answered as it is; the message says why. */
public final class MalformedQuestionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedQuestionException(String message) {
    super(message);
  }
}
