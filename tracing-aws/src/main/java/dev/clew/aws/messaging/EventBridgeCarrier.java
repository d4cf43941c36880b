// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/**
 * EventBridge: X-Ray's header beside each event, from which targets get it that X-Ray knows; and,
 * if asked for, the other headers in the event's detail, which is all that is delivered.
 */
final class EventBridgeCarrier implements Carrier {

  /** In the detail; {@code LambdaEvents} looks for it. */
  private static final String FIELD = "\"clew-trace\"";

  /** Bytes that an event has at most (EventBridge, "PutEvents"); some are left for all else. */
  private static final int MAX_DETAIL = 250_000;

  private final boolean inDetail;

  EventBridgeCarrier(boolean inDetail) {
    this.inDetail = inDetail;
  }

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    return request instanceof PutEventsRequest put && put.hasEntries()
        ? put.toBuilder()
            .entries(put.entries().stream().map(entry -> carrying(entry, outgoing)).toList())
            .build()
        : request;
  }

  private PutEventsRequestEntry carrying(PutEventsRequestEntry entry, Outgoing outgoing) {
    PutEventsRequestEntry.Builder carrying = entry.toBuilder();
    if (entry.traceHeader() == null) {
      carrying.traceHeader(outgoing.xRay());
    }
    if (inDetail && !outgoing.headers().isEmpty()) {
      carrying.detail(detail(entry.detail(), outgoing));
    }
    return carrying.build();
  }

  /** The same where it is no object, has such a field already, or would be too large. */
  private static String detail(String own, Outgoing outgoing) {
    String json = own == null ? "" : own.strip();
    if (!json.startsWith("{") || json.contains(FIELD)) {
      return own;
    }
    String rest = json.substring(1).stripLeading();
    String comma = rest.startsWith("}") ? "" : ",";
    String carrying = '{' + FIELD + ':' + outgoing.json() + comma + rest;
    return carrying.getBytes(StandardCharsets.UTF_8).length <= MAX_DETAIL ? carrying : own;
  }
}
