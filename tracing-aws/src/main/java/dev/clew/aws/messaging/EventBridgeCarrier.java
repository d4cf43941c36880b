// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** EventBridge: X-Ray's header beside each event; targets that X-Ray knows get it from there. */
final class EventBridgeCarrier implements Carrier {

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    return request instanceof PutEventsRequest put && put.hasEntries()
        ? put.toBuilder()
            .entries(put.entries().stream().map(entry -> carrying(entry, outgoing)).toList())
            .build()
        : request;
  }

  private static PutEventsRequestEntry carrying(PutEventsRequestEntry entry, Outgoing outgoing) {
    return entry.traceHeader() == null
        ? entry.toBuilder().traceHeader(outgoing.xRay()).build()
        : entry;
  }
}
