// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What services send: requests of one service each, with traces of eight spans of some 300 bytes;
 * one span in a hundred has failed. Every value follows from the numbers that are given, but the
 * time, which is now. One thread uses it.
 */
final class Traffic {

  static final int SERVICES = 20;
  static final int OPERATIONS = 40;
  static final int SPANS_A_TRACE = 8;
  static final int SPANS_A_REQUEST = 512;

  /** The number of the trace that is large. */
  static final long LARGE = Long.MAX_VALUE;

  private static final Span.SpanKind[] KINDS = {
    Span.SpanKind.SPAN_KIND_SERVER, Span.SpanKind.SPAN_KIND_INTERNAL, Span.SpanKind.SPAN_KIND_CLIENT
  };

  private final SplittableRandom random;

  Traffic(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * A request of whole traces.
   *
   * @param firstTrace the number of the first one; the others follow
   */
  byte[] request(long firstTrace, int spans) {
    ScopeSpans.Builder scope = scope();
    for (int i = 0; i < spans; i++) {
      scope.addSpans(span(firstTrace + i / SPANS_A_TRACE, i % SPANS_A_TRACE));
    }
    return request("service-" + firstTrace / (SPANS_A_REQUEST / SPANS_A_TRACE) % SERVICES, scope);
  }

  /** A part of the large trace. */
  byte[] requestOfLarge(int firstSpan, int spans) {
    ScopeSpans.Builder scope = scope();
    for (int i = 0; i < spans; i++) {
      scope.addSpans(span(LARGE, firstSpan + i));
    }
    return request("service-0", scope);
  }

  /** The id of a trace, 32 hexadecimal digits. */
  static String traceId(long trace) {
    return HexFormat.of().formatHex(id(trace).toByteArray());
  }

  private static ScopeSpans.Builder scope() {
    return ScopeSpans.newBuilder()
        .setScope(InstrumentationScope.newBuilder().setName("dev.clew.http").setVersion("0.1.0"));
  }

  private static byte[] request(String service, ScopeSpans.Builder spans) {
    Resource.Builder resource =
        Resource.newBuilder()
            .addAttributes(text("service.name", service))
            .addAttributes(text("host.name", "node-1"))
            .addAttributes(text("telemetry.sdk.name", "clew"));
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().setResource(resource).addScopeSpans(spans))
        .build()
        .toByteArray();
  }

  private Span.Builder span(long trace, int number) {
    long start = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    boolean failed = random.nextInt(100) == 0;
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(id(trace))
            .setSpanId(spanId(number))
            .setName("operation-" + random.nextInt(OPERATIONS))
            .setKind(KINDS[number % KINDS.length])
            .setStartTimeUnixNano(start)
            .setEndTimeUnixNano(start + (long) Math.exp(10 + 12 * random.nextDouble()));
    if (number > 0) {
      span.setParentSpanId(spanId(number / 2));
    }
    if (failed) {
      span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
    }
    return span.addAttributes(text("http.request.method", "GET"))
        .addAttributes(text("http.route", "/orders/{id}"))
        .addAttributes(text("url.path", "/orders/" + random.nextInt(1_000_000)))
        .addAttributes(text("server.address", "shop.example.com"))
        .addAttributes(number("server.port", 8080))
        .addAttributes(number("http.response.status_code", failed ? 500 : 200))
        .addAttributes(text("user.id", Integer.toString(random.nextInt(10_000))))
        .addAttributes(text("order.id", Long.toString(trace)));
  }

  /** Scattered, as those of real traces are. */
  private static ByteString id(long trace) {
    long scattered = new SplittableRandom(trace).nextLong();
    return ByteString.copyFrom(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(scattered).putLong(trace + 1).array());
  }

  private static ByteString spanId(int number) {
    return ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(number + 1L).array());
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }
}
