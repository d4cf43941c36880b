// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.propagation.XRayHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;

/**
 * Kinesis: headers in front of each record's data, where that is asked for; records have no room
 * for anything else. Requests that could become too large stay as they are.
 */
final class KinesisCarrier implements Carrier {

  /** What every stream takes, of a record and of a request; newer ones take more. */
  private static final int MAX_RECORD = 1024 * 1024;

  private static final int MAX_REQUEST = 5 * MAX_RECORD;

  /** Room for keys. */
  private static final int RESERVE = 1024;

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    byte[] head = KinesisEnvelope.head(headers(outgoing));
    if (request instanceof PutRecordRequest put && fits(head, put.data().asByteArrayUnsafe())) {
      return put.toBuilder().data(KinesisEnvelope.wrapped(head, put.data())).build();
    }
    return request instanceof PutRecordsRequest put && fit(head, put)
        ? put.toBuilder()
            .records(
                put.records().stream()
                    .map(
                        entry ->
                            entry.toBuilder()
                                .data(KinesisEnvelope.wrapped(head, entry.data()))
                                .build())
                    .toList())
            .build()
        : request;
  }

  private static Map<String, String> headers(Outgoing outgoing) {
    Map<String, String> headers = new LinkedHashMap<>(outgoing.headers());
    headers.put(XRayHeader.NAME, outgoing.xRay());
    return headers;
  }

  private static boolean fits(byte[] head, byte[] data) {
    return head.length + data.length + RESERVE <= MAX_RECORD;
  }

  private static boolean fit(byte[] head, PutRecordsRequest put) {
    long total = 0;
    for (var entry : put.records()) {
      byte[] data = entry.data().asByteArrayUnsafe();
      if (!fits(head, data)) {
        return false;
      }
      total += head.length + data.length + RESERVE;
    }
    return total <= MAX_REQUEST;
  }
}
