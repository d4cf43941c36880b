// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.otlp;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.BatchBuilder;
import dev.clew.exporter.sender.ProtoReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A span of a batch, where it lies there; valid as long as the batch is.
 *
 * @param scope the fields {@code scope} and {@code schema_url} of its {@code ScopeSpans}
 * @param bytes holds the body of an OTLP {@code Span}; not to be modified
 */
public record SpanBytes(byte[] scope, byte[] bytes, int offset, int length) {

  /** The spans of a batch by trace, in its order. */
  public static Map<String, List<SpanBytes>> byTrace(Batch batch) throws IOException {
    Map<String, List<SpanBytes>> traces = new LinkedHashMap<>();
    batch.forEach(
        (scope, bytes, offset, length) -> {
          SpanBytes span = new SpanBytes(scope, bytes, offset, length);
          traces.computeIfAbsent(span.traceId(), trace -> new ArrayList<>()).add(span);
        });
    return traces;
  }

  /**
   * Spans as an OTLP {@code ExportTraceServiceRequest}.
   *
   * @param resourcePrefix of the batch that they are from
   */
  public static byte[] request(byte[] resourcePrefix, List<SpanBytes> spans) {
    List<byte[]> scopes = new ArrayList<>();
    BatchBuilder builder = new BatchBuilder();
    for (SpanBytes span : spans) {
      if (scopes.isEmpty() || scopes.get(scopes.size() - 1) != span.scope) {
        scopes.add(span.scope);
      }
      builder.add(scopes.size() - 1, span.bytes, span.offset, span.length);
    }
    return builder.build(resourcePrefix, scopes::get).toByteArray();
  }

  /**
   * What it says.
   *
   * @throws IllegalArgumentException where it is no span
   */
  public OtlpSpan read() {
    return OtlpSpan.read(bytes, offset, length);
  }

  private String traceId() {
    ProtoReader fields = new ProtoReader(bytes, offset, length);
    while (fields.next()) {
      if (fields.is(1)) {
        return fields.hex();
      }
    }
    return "";
  }
}
