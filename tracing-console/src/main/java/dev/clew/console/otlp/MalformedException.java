// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.clew.api.config.Printable;

/** What was sent is not what it says it is. The message can be told to whoever sent it. */
public final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedException(Encoding encoding, Exception cause) {
    super("not OTLP as " + encoding.mediaType() + ": " + Printable.of(what(cause), 200), cause);
  }

  /** Jackson's own message repeats what was sent. */
  private static String what(Exception cause) {
    return cause instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : cause.getMessage();
  }
}
