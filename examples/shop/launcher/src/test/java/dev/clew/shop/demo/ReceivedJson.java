// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Reads OTLP JSON as a collector does: by protobuf's own mapping, and nothing may be left over. */
final class ReceivedJson {

  private static final List<String> IDS = List.of("traceId", "spanId", "parentSpanId");

  private ReceivedJson() {}

  static ExportTraceServiceRequest read(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    json.findParents("spanId").forEach(span -> IDS.forEach(id -> encode((ObjectNode) span, id)));
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    JsonFormat.parser().merge(json.toString(), request);
    return request.build();
  }

  /** OTLP writes ids in hexadecimal, protobuf in Base64. */
  private static void encode(ObjectNode span, String id) {
    if (span.has(id)) {
      byte[] bytes = HexFormat.of().parseHex(span.get(id).textValue());
      span.put(id, Base64.getEncoder().encodeToString(bytes));
    }
  }
}
