// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.propagation.XRayHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What is looked at of a message of SQS. Its headers are its attributes, those of SNS's envelope
 * where it came wrapped in one, and X-Ray's header. For one thread at a time.
 */
final class ReceivedMessage extends Received {

  private final Message message;

  /** Looked for when it is first needed. */
  private Map<String, String> envelope;

  ReceivedMessage(Message message) {
    this.message = message;
  }

  @Override
  String text(String name) {
    MessageAttributeValue attribute = message.messageAttributes().get(name);
    if (attribute != null && attribute.stringValue() != null) {
      return attribute.stringValue();
    }
    String wrapped = envelope().get(name);
    return wrapped == null && XRayHeader.NAME.equalsIgnoreCase(name)
        ? message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER)
        : wrapped;
  }

  private Map<String, String> envelope() {
    if (envelope == null) {
      envelope = SnsEnvelope.attributes(message.body());
    }
    return envelope;
  }

  @Override
  List<String> names() {
    List<String> names = new ArrayList<>(message.messageAttributes().keySet());
    names.addAll(envelope().keySet());
    return names;
  }

  @Override
  public Object message() {
    return message;
  }

  @Override
  public String id() {
    return message.messageId();
  }

  /** Known only where the application has asked for it. */
  @Override
  public int deliveryCount() {
    String count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return count == null ? 1 : Integer.parseInt(count);
  }
}
