// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.clew.console.store.KeptSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads what the table has of a span. */
final class StoredSpan {

  private StoredSpan() {}

  /**
   * The span of a request that has it alone.
   *
   * @throws UncheckedIOException where it is none
   */
  static KeptSpan of(byte[] request) {
    try {
      List<KeptSpan> spans =
          KeptSpan.of(ExportTraceServiceRequest.parseFrom(request).getResourceSpansList());
      if (spans.size() != 1) {
        throw new InvalidProtocolBufferException(spans.size() + " spans in one item");
      }
      return spans.get(0);
    } catch (InvalidProtocolBufferException foreign) {
      throw new UncheckedIOException(foreign);
    }
  }
}
