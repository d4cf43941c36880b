// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.stream.StreamSpan;
import io.opentelemetry.api.common.AttributeKey;
import jakarta.websocket.PongMessage;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;

/** Type and length of messages; their content is nobody's business. */
final class Messages {

  /** What a message is: text, binary, pong, object. */
  private static final AttributeKey<String> MESSAGE_TYPE =
      AttributeKey.stringKey("clew.websocket.message.type");

  /** How long it is: characters of a text, bytes of anything else. */
  private static final AttributeKey<Long> MESSAGE_LENGTH =
      AttributeKey.longKey("clew.websocket.message.length");

  /** Whether a part of a message is its last. */
  private static final AttributeKey<Boolean> MESSAGE_LAST =
      AttributeKey.booleanKey("clew.websocket.message.last");

  private Messages() {}

  /**
   * Says what is known of a message.
   *
   * @param last whether it is the last part of one; {@code null} for one that comes as a whole
   */
  static void describe(StreamSpan span, Object message, Boolean last) {
    span.set(MESSAGE_LAST, last);
    span.set(MESSAGE_TYPE, type(message));
    span.set(MESSAGE_LENGTH, length(message));
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
