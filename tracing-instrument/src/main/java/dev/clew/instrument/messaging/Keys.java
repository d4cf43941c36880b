// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of messaging spans, by semantic conventions 1.44. */
final class Keys {

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  static final AttributeKey<String> DESTINATION_NAME =
      AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<Boolean> DESTINATION_TEMPORARY =
      AttributeKey.booleanKey("messaging.destination.temporary");
  static final AttributeKey<Boolean> DESTINATION_ANONYMOUS =
      AttributeKey.booleanKey("messaging.destination.anonymous");
  static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
  static final AttributeKey<String> CONVERSATION_ID =
      AttributeKey.stringKey("messaging.message.conversation_id");
  static final AttributeKey<Long> DELIVERY_COUNT =
      AttributeKey.longKey("clew.messaging.delivery_count");
  static final AttributeKey<Boolean> ROLLED_BACK =
      AttributeKey.booleanKey("clew.messaging.rolled_back");

  private Keys() {}
}
