// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.List;
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

  /** Bytes that are counted for an event's time. */
  private static final int TIME = 14;

  private final boolean inDetail;

  EventBridgeCarrier(boolean inDetail) {
    this.inDetail = inDetail;
  }

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    if (!(request instanceof PutEventsRequest put) || !put.hasEntries()) {
      return request;
    }
    String member = FIELD + ':' + outgoing.json();
    boolean all = inDetail && !outgoing.headers().isEmpty() && hasRoom(put.entries(), member);
    return put.toBuilder()
        .entries(
            put.entries().stream().map(entry -> carrying(entry, outgoing, all, member)).toList())
        .build();
  }

  /** What an event takes of a request (EventBridge, "Calculating PutEvents entry size"). */
  private static boolean hasRoom(List<PutEventsRequestEntry> entries, String member) {
    Room room = new Room();
    long more = 0;
    for (PutEventsRequestEntry entry : entries) {
      room.text(entry.source()).text(entry.detailType()).text(entry.detail());
      entry.resources().forEach(room::text);
      more += member.length() + 1 + TIME;
    }
    return room.has(more);
  }

  private static PutEventsRequestEntry carrying(
      PutEventsRequestEntry entry, Outgoing outgoing, boolean inDetail, String member) {
    PutEventsRequestEntry.Builder carrying = entry.toBuilder();
    if (entry.traceHeader() == null) {
      carrying.traceHeader(outgoing.xRay());
    }
    if (inDetail) {
      carrying.detail(detail(entry.detail(), member));
    }
    return carrying.build();
  }

  /** The same where it is no object, or has such a field already. */
  private static String detail(String own, String member) {
    String json = own == null ? "" : own.strip();
    if (!json.startsWith("{") || json.contains(FIELD)) {
      return own;
    }
    String rest = json.substring(1).stripLeading();
    String comma = rest.startsWith("}") ? "" : ",";
    return '{' + member + comma + rest;
  }
}
