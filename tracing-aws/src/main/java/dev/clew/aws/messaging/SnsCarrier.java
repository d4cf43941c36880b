// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

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
      return publish.toBuilder()
          .messageAttributes(outgoing.attributes(publish.messageAttributes(), SnsCarrier::text))
          .build();
    }
    if (request instanceof PublishBatchRequest batch) {
      return batch.toBuilder()
          .publishBatchRequestEntries(
              batch.publishBatchRequestEntries().stream()
                  .map(entry -> carrying(entry, outgoing))
                  .toList())
          .build();
    }
    return request;
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
