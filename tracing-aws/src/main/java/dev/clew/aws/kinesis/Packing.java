// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import dev.clew.aws.otlp.SpanBytes;
import dev.clew.aws.sender.Delivery;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes records of a batch, one a trace, and puts them together to requests as large as may be. A
 * trace that is too much for a record is halved until it is not.
 */
final class Packing {

  private static final int MAX_RECORDS = 500;
  private static final int MAX_BYTES = 5 << 20;

  /** What a request may have where records may be larger than 1 MiB. */
  private static final int MAX_BYTES_LARGE = 10 << 20;

  private final int maxRecord;
  private final Delivery delivery;
  private final List<TraceRecord> records = new ArrayList<>();

  /**
   * One for a batch.
   *
   * @param maxRecord how many bytes a record may have
   */
  Packing(int maxRecord, Delivery delivery) {
    this.maxRecord = maxRecord;
    this.delivery = delivery;
  }

  List<List<TraceRecord>> requests(Batch batch) throws IOException {
    byte[] resource = batch.resourcePrefix();
    for (Map.Entry<String, List<SpanBytes>> trace : SpanBytes.byTrace(batch).entrySet()) {
      pack(resource, trace.getKey(), trace.getValue());
    }
    return requests();
  }

  private void pack(byte[] resource, String traceId, List<SpanBytes> spans) {
    TraceRecord record = new TraceRecord(traceId, SpanBytes.request(resource, spans), spans.size());
    if (record.size() <= maxRecord) {
      records.add(record);
    } else if (spans.size() == 1) {
      delivery.reject(1, "a span of " + record.otlp().length + " bytes is too long for a record");
    } else {
      int half = spans.size() / 2;
      pack(resource, traceId, spans.subList(0, half));
      pack(resource, traceId, spans.subList(half, spans.size()));
    }
  }

  private List<List<TraceRecord>> requests() {
    int maxBytes = maxRecord > 1 << 20 ? MAX_BYTES_LARGE : MAX_BYTES;
    List<List<TraceRecord>> requests = new ArrayList<>();
    List<TraceRecord> current = new ArrayList<>();
    int bytes = 0;
    for (TraceRecord record : records) {
      if (current.size() == MAX_RECORDS || bytes + record.size() > maxBytes) {
        requests.add(current);
        current = new ArrayList<>();
        bytes = 0;
      }
      current.add(record);
      bytes += record.size();
    }
    if (!current.isEmpty()) {
      requests.add(current);
    }
    return requests;
  }
}
