// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.trace.StatusCode;

/**
 * A status that was set, code and description in one so that they cannot be seen apart.
 *
 * @param description empty unless the code is an error
 */
record SpanStatus(StatusCode code, String description) {

  static final SpanStatus OK = new SpanStatus(StatusCode.OK, "");
  private static final SpanStatus ERROR = new SpanStatus(StatusCode.ERROR, "");

  /** OK, or an error with a description or without. */
  static SpanStatus of(StatusCode code, String description, int maxLength) {
    if (code == StatusCode.OK) {
      return OK;
    }
    return description == null || description.isEmpty()
        ? ERROR
        : new SpanStatus(StatusCode.ERROR, Texts.cut(description, maxLength));
  }
}
