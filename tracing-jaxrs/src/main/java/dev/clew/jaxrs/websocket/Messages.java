// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.stream.StreamSpan;
import jakarta.websocket.PongMessage;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;

/** Type and length of messages; their content is nobody's business. */
final class Messages {

  private Messages() {}

  static void describe(StreamSpan span, Object message) {
    span.set(Keys.MESSAGE_TYPE, type(message));
    span.set(Keys.MESSAGE_LENGTH, length(message));
  }

  /** {@code object} for what a decoder has made of either. */
  private static String type(Object message) {
    if (message instanceof String || message instanceof Reader) {
      return "text";
    }
    if (message instanceof byte[]
        || message instanceof ByteBuffer
        || message instanceof InputStream) {
      return "binary";
    }
    return message instanceof PongMessage ? "pong" : "object";
  }

  /** {@code null} where only reading it would tell. */
  private static Long length(Object message) {
    if (message instanceof String text) {
      return (long) text.length();
    }
    if (message instanceof byte[] bytes) {
      return (long) bytes.length;
    }
    if (message instanceof ByteBuffer buffer) {
      return (long) buffer.remaining();
    }
    return message instanceof PongMessage pong ? length(pong.getApplicationData()) : null;
  }
}
