// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.propagation.XRayHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * SQS: X-Ray's header as a system attribute, which counts for no quota, and other headers as
 * attributes. Whoever receives has to ask for both.
 */
final class SqsCarrier implements Carrier {

  private static final MessageSystemAttributeNameForSends HEADER =
      MessageSystemAttributeNameForSends.AWS_TRACE_HEADER;
  private static final String ALL = "All";

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    if (request instanceof SendMessageRequest send) {
      Room room = new Room();
      count(room, send.messageBody(), send.messageAttributes());
      return send.toBuilder()
          .messageSystemAttributes(system(send.messageSystemAttributes(), outgoing))
          .messageAttributes(
              room.has(outgoing.size())
                  ? outgoing.attributes(send.messageAttributes(), SqsCarrier::text)
                  : send.messageAttributes())
          .build();
    }
    if (request instanceof SendMessageBatchRequest batch) {
      return carrying(batch, outgoing);
    }
    return request;
  }

  @Override
  public SdkRequest asking(SdkRequest request, Collection<String> headers) {
    return request instanceof ReceiveMessageRequest receive ? asking(receive, headers) : request;
  }

  private static SdkRequest carrying(SendMessageBatchRequest batch, Outgoing outgoing) {
    Room room = new Room();
    batch.entries().forEach(entry -> count(room, entry.messageBody(), entry.messageAttributes()));
    boolean fits = room.has(outgoing.size() * batch.entries().size());
    return batch.toBuilder()
        .entries(batch.entries().stream().map(entry -> carrying(entry, outgoing, fits)).toList())
        .build();
  }

  @Override
  public boolean isCarrying(SdkRequest request, Collection<String> headers) {
    return request instanceof SendMessageRequest send
        && headers.stream().anyMatch(send.messageAttributes()::containsKey);
  }

  private static SendMessageBatchRequestEntry carrying(
      SendMessageBatchRequestEntry entry, Outgoing outgoing, boolean fits) {
    return entry.toBuilder()
        .messageSystemAttributes(system(entry.messageSystemAttributes(), outgoing))
        .messageAttributes(
            fits
                ? outgoing.attributes(entry.messageAttributes(), SqsCarrier::text)
                : entry.messageAttributes())
        .build();
  }

  private static void count(Room room, String body, Map<String, MessageAttributeValue> attributes) {
    room.text(body);
    attributes.forEach(
        (name, value) ->
            room.attribute(name, value.dataType(), value.stringValue(), value.binaryValue()));
  }

  private static Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> system(
      Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> own, Outgoing outgoing) {
    if (own.containsKey(HEADER)) {
      return own;
    }
    Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> all = new HashMap<>(own);
    all.put(
        HEADER,
        MessageSystemAttributeValue.builder()
            .dataType("String")
            .stringValue(outgoing.xRay())
            .build());
    return all;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static SdkRequest asking(ReceiveMessageRequest receive, Collection<String> headers) {
    ReceiveMessageRequest.Builder asking = receive.toBuilder();
    askForHeader(receive, asking);
    List<String> names = new ArrayList<>(receive.messageAttributeNames());
    if (!names.contains(ALL) && !names.contains(".*")) {
      headers.stream()
          .filter(header -> !header.equals(XRayHeader.NAME) && !names.contains(header))
          .forEach(names::add);
    }
    return asking.messageAttributeNames(names).build();
  }

  /** There are an old and a new list of names, of which the service takes one. */
  @SuppressWarnings("deprecation")
  private static void askForHeader(
      ReceiveMessageRequest receive, ReceiveMessageRequest.Builder asking) {
    boolean old = receive.hasAttributeNames() && !receive.attributeNames().isEmpty();
    List<String> names =
        new ArrayList<>(
            old
                ? receive.attributeNamesAsStrings()
                : receive.messageSystemAttributeNamesAsStrings());
    if (names.contains(ALL) || names.contains(HEADER.toString())) {
      return;
    }
    names.add(HEADER.toString());
    if (old) {
      asking.attributeNamesWithStrings(names);
    } else {
      asking.messageSystemAttributeNamesWithStrings(names);
    }
  }
}
