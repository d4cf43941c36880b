// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of WebSocket spans; the semantic conventions have none for it. */
final class Keys {

  static final AttributeKey<String> PROTOCOL = AttributeKey.stringKey("network.protocol.name");
  static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  /** The template of the endpoint's path. */
  static final AttributeKey<String> ENDPOINT = AttributeKey.stringKey("clew.websocket.endpoint");

  /** What has happened: open, message, close, error. */
  static final AttributeKey<String> EVENT = AttributeKey.stringKey("clew.websocket.event");

  /** What a message is: text, binary, pong, object. */
  static final AttributeKey<String> MESSAGE_TYPE =
      AttributeKey.stringKey("clew.websocket.message.type");

  /** How long it is: characters of a text, bytes of anything else. */
  static final AttributeKey<Long> MESSAGE_LENGTH =
      AttributeKey.longKey("clew.websocket.message.length");

  /** Whether a part of a message is its last. */
  static final AttributeKey<Boolean> MESSAGE_LAST =
      AttributeKey.booleanKey("clew.websocket.message.last");

  /** As in RFC 6455, section 7.4. */
  static final AttributeKey<Long> CLOSE_CODE = AttributeKey.longKey("clew.websocket.close.code");

  private Keys() {}
}
