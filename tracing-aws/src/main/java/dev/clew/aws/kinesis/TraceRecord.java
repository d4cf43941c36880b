// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * Spans of one trace.
 *
 * @param otlp an {@code ExportTraceServiceRequest}
 * @param spans how many there are in it
 */
record TraceRecord(String traceId, byte[] otlp, int spans) {

  /** What Kinesis counts: the data and the partition key. */
  int size() {
    return otlp.length + traceId.length();
  }

  PutRecordsRequestEntry entry() {
    return PutRecordsRequestEntry.builder()
        .partitionKey(traceId)
        .data(SdkBytes.fromByteArrayUnsafe(otlp))
        .build();
  }
}
