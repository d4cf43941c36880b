// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * SNS: headers as attributes of messages, no more than SQS takes: what is delivered raw with more
 * is thrown away there. X-Ray's is carried by the request.
 */
final class SnsCarrier implements Carrier {

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    if (request instanceof PublishRequest publish) {
      Room room = new Room();
      count(room, publish.message(), publish.subject(), publish.messageAttributes());
      return room.has(outgoing.size())
          ? publish.toBuilder()
              .messageAttributes(outgoing.attributes(publish.messageAttributes(), SnsCarrier::text))
              .build()
          : publish;
    }
    return request instanceof PublishBatchRequest batch ? carrying(batch, outgoing) : request;
  }

  private static SdkRequest carrying(PublishBatchRequest batch, Outgoing outgoing) {
    var entries = batch.publishBatchRequestEntries();
    Room room = new Room();
    entries.forEach(
        entry -> count(room, entry.message(), entry.subject(), entry.messageAttributes()));
    return room.has(outgoing.size() * entries.size())
        ? batch.toBuilder()
            .publishBatchRequestEntries(
                entries.stream().map(entry -> carrying(entry, outgoing)).toList())
            .build()
        : batch;
  }

  private static void count(
      Room room, String message, String subject, Map<String, MessageAttributeValue> attributes) {
    room.text(message).text(subject);
    attributes.forEach(
        (name, value) ->
            room.attribute(name, value.dataType(), value.stringValue(), value.binaryValue()));
  }

  private static PublishBatchRequestEntry carrying(
      PublishBatchRequestEntry entry, Outgoing outgoing) {
    return entry.toBuilder()
        .messageAttributes(outgoing.attributes(entry.messageAttributes(), SnsCarrier::text))
        .build();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
