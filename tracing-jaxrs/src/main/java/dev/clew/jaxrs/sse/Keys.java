// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.sse;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of an event's span; the semantic conventions have none for it. */
final class Keys {

  static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  /** The template of the resource's path. */
  static final AttributeKey<String> STREAM = AttributeKey.stringKey("clew.sse.stream");

  /** The event's name, where it has one. */
  static final AttributeKey<String> EVENT_NAME = AttributeKey.stringKey("clew.sse.event.name");

  /** Whether the event has an id, with which a client goes on after its connection was lost. */
  static final AttributeKey<Boolean> EVENT_HAS_ID =
      AttributeKey.booleanKey("clew.sse.event.has_id");

  /** How long a text is that is sent, in characters. */
  static final AttributeKey<Long> EVENT_LENGTH = AttributeKey.longKey("clew.sse.event.length");

  private Keys() {}
}
