// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Reads OTLP JSON with protobuf's own reader, which differs in one thing: ids are base64 there. */
public final class JsonSpans {

  private static final Set<String> IDS = Set.of("traceId", "spanId", "parentSpanId");

  private JsonSpans() {}

  public static Span span(String json) throws InvalidProtocolBufferException {
    Span.Builder span = Span.newBuilder();
    JsonFormat.parser().merge(withBase64Ids(parse(json)).toString(), span);
    return span.build();
  }

  public static ExportTraceServiceRequest request(String json)
      throws InvalidProtocolBufferException {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    JsonFormat.parser().merge(withBase64Ids(parse(json)).toString(), request);
    return request.build();
  }

  public static JsonElement parse(String json) {
    return JsonParser.parseString(json);
  }

  private static JsonElement withBase64Ids(JsonElement element) {
    if (element instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(each -> copy.add(withBase64Ids(each)));
      return copy;
    }
    if (element instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        copy.add(
            entry.getKey(),
            IDS.contains(entry.getKey())
                ? base64(entry.getValue().getAsString())
                : withBase64Ids(entry.getValue()));
      }
      return copy;
    }
    return element;
  }

  private static JsonElement base64(String hex) {
    return new JsonPrimitive(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)));
  }
}
