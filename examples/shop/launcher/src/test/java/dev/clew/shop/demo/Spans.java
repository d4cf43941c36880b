// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.List;

/** Spans to test with: a checkout that goes from orders to stock, where it fails. */
final class Spans {

  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final long START = 1_700_000_000_000_000_000L;

  private Spans() {}

  static List<ServiceSpan> checkout() {
    return List.of(
        of("orders", server(1, 0, "POST /orders", 0, 40)),
        of("orders", internal(2, 1, "dev.clew.shop.orders.Checkout.place", 2, 38)),
        of("orders", internal(3, 2, "dev.clew.shop.orders.PriceList.total", 3, 4)),
        of("orders", span(4, 2, "POST", SpanKind.SPAN_KIND_CLIENT, 5, 36).build()),
        of("stock", server(5, 4, "POST /stock/reservations", 8, 35)));
  }

  /** An order that shipping hears of by message. */
  static List<ServiceSpan> order() {
    return List.of(
        of("orders", span(1, 0, "POST /orders", SpanKind.SPAN_KIND_SERVER, 0, 40).build()),
        of("orders", span(2, 1, "send shipments", SpanKind.SPAN_KIND_PRODUCER, 1, 2).build()),
        of(
            "shipping",
            span(3, 2, "process shipments", SpanKind.SPAN_KIND_CONSUMER, 50, 60).build()));
  }

  /** A statement that the database of stock refuses. */
  static List<ServiceSpan> failedStatement() {
    Span refused =
        span(2, 1, "INSERT reservations", SpanKind.SPAN_KIND_CLIENT, 1, 2)
            .addAttributes(text("error.type", "java.sql.SQLException"))
            .setStatus(failed().setMessage("SQLState 23505"))
            .build();
    return List.of(
        of("stock", server(1, 0, "POST /stock/reservations", 0, 3)), of("stock", refused));
  }

  static ServiceSpan of(String service, Span span) {
    return new ServiceSpan(
        Resource.newBuilder().addAttributes(text("service.name", service)).build(),
        InstrumentationScope.newBuilder().setName("test").build(),
        span);
  }

  static Span internal(int id, int parent, String name, int startMillis, int endMillis) {
    return span(id, parent, name, SpanKind.SPAN_KIND_INTERNAL, startMillis, endMillis).build();
  }

  private static Span server(int id, int parent, String name, int startMillis, int endMillis) {
    return span(id, parent, name, SpanKind.SPAN_KIND_SERVER, startMillis, endMillis)
        .addAttributes(
            KeyValue.newBuilder()
                .setKey("http.response.status_code")
                .setValue(AnyValue.newBuilder().setIntValue(500)))
        .addAttributes(text("error.type", "java.lang.IllegalStateException"))
        .setStatus(failed())
        .build();
  }

  private static Status.Builder failed() {
    return Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR);
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static Span.Builder span(
      int id, int parent, String name, SpanKind kind, int startMillis, int endMillis) {
    return Span.newBuilder()
        .setTraceId(ByteString.fromHex(TRACE))
        .setSpanId(id(id))
        .setParentSpanId(parent == 0 ? ByteString.EMPTY : id(parent))
        .setName(name)
        .setKind(kind)
        .setStartTimeUnixNano(START + startMillis * 1_000_000L)
        .setEndTimeUnixNano(START + endMillis * 1_000_000L);
  }

  private static ByteString id(int number) {
    return ByteString.fromHex("%016x".formatted(number));
  }
}
