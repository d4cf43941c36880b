// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.propagation.XRayHeader;
import dev.clew.instrument.messaging.MessageView;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What is looked at of a message of SQS. Its headers are its attributes, those of SNS's envelope
 * where it came wrapped in one, and X-Ray's header, which stands for {@code traceparent}, too,
 * where there is none. For one thread at a time.
 */
final class ReceivedMessage implements MessageView {

  private static final String DASH = "__dash__";
  private static final String TRACE_PARENT = "traceparent";

  private final Message message;

  /** Looked for when it is first needed. */
  private Map<String, String> envelope;

  ReceivedMessage(Message message) {
    this.message = message;
  }

  /** The text of a header; {@code null} where there is none. */
  String header(String name) {
    MessageAttributeValue attribute = message.messageAttributes().get(name);
    if (attribute != null && attribute.stringValue() != null) {
      return attribute.stringValue();
    }
    String wrapped = envelope().get(name);
    if (wrapped != null) {
      return wrapped;
    }
    String xRay = message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER);
    if (XRayHeader.NAME.equalsIgnoreCase(name)) {
      return xRay;
    }
    return TRACE_PARENT.equals(name) ? XRayHeader.traceParent(xRay) : null;
  }

  private Map<String, String> envelope() {
    if (envelope == null) {
      envelope = SnsEnvelope.attributes(message.body());
    }
    return envelope;
  }

  private List<String> headers() {
    List<String> names = new ArrayList<>(message.messageAttributes().keySet());
    names.addAll(envelope().keySet());
    return names;
  }

  @Override
  public Object message() {
    return message;
  }

  @Override
  public String property(String name) {
    return header(name.replace(DASH, "-"));
  }

  /** Nobody sends a message on that was received. */
  @Override
  public void setProperty(String name, String value) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public Iterable<String> propertyNames() {
    return headers();
  }

  @Override
  public boolean isSent() {
    return true;
  }

  @Override
  public String id() {
    return message.messageId();
  }

  @Override
  public String conversationId() {
    return null;
  }

  /** Known only where the application has asked for it. */
  @Override
  public int deliveryCount() {
    String count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return count == null ? 1 : Integer.parseInt(count);
  }

  /** Reads headers for propagators. */
  enum Getter implements TextMapGetter<ReceivedMessage> {
    INSTANCE;

    @Override
    public Iterable<String> keys(ReceivedMessage message) {
      return message.headers();
    }

    @Override
    public String get(ReceivedMessage message, String name) {
      return message == null ? null : message.header(name);
    }
  }
}
