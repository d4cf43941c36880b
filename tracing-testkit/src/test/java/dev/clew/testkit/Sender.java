// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** Sends spans over OTLP/HTTP, one at a time. */
public final class Sender {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String endpoint;

  public Sender(String endpoint) {
    this.endpoint = endpoint;
  }

  /** A span that starts now, and its id. */
  public String send(String traceId, String parentId, String name) throws Exception {
    return send(traceId, parentId, name, Instant.now());
  }

  public String send(String traceId, String parentId, String name, Instant start) throws Exception {
    long nanos = ChronoUnit.NANOS.between(Instant.EPOCH, start);
    String spanId = TraceIds.random(8);
    post(
        Span.newBuilder()
            .setTraceId(bytes(traceId))
            .setSpanId(bytes(spanId))
            .setParentSpanId(bytes(parentId))
            .setName(name)
            .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
            .setStartTimeUnixNano(nanos)
            .setEndTimeUnixNano(nanos)
            .build());
    return spanId;
  }

  /** A root, for who cannot fail. */
  public void sendQuietly(String traceId, String name, Instant start) {
    try {
      send(traceId, "", name, start);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The status of the answer. */
  int post(Span span) throws Exception {
    KeyValue service =
        KeyValue.newBuilder()
            .setKey("service.name")
            .setValue(AnyValue.newBuilder().setStringValue("shop"))
            .build();
    ResourceSpans spans =
        ResourceSpans.newBuilder()
            .setResource(Resource.newBuilder().addAttributes(service))
            .addScopeSpans(
                ScopeSpans.newBuilder()
                    .setScope(InstrumentationScope.newBuilder().setName("test"))
                    .addSpans(span))
            .build();
    byte[] request =
        ExportTraceServiceRequest.newBuilder().addResourceSpans(spans).build().toByteArray();
    return http.send(
            HttpRequest.newBuilder(URI.create(endpoint + "/v1/traces"))
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }
}
