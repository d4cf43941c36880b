// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spans with the same times and ids in every run, so that failures can be read word by word. */
final class Samples {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private final List<FinishedSpan> spans = new ArrayList<>();

  private Samples() {}

  /** A request that changes what is stored, and asks another service. */
  static Trace order() {
    Samples all = new Samples();
    String request = all.add("", "shop", "POST /orders", SpanKind.SERVER);
    String place = all.add(request, "shop", "OrderService.place", SpanKind.INTERNAL);
    all.add(
        place,
        "shop",
        "UPDATE orders",
        SpanKind.CLIENT,
        Map.of("db.response.returned_rows", 2L, "app.share", "7%"));
    String call = all.add(place, "shop", "POST /stock", SpanKind.CLIENT);
    all.fail(call, "stock", "POST /stock", SpanKind.SERVER, "out of stock");
    return Trace.of(all.spans);
  }

  /** The names are the spans' names; each but the first is a child of the first. */
  static Trace flat(String... names) {
    Samples all = new Samples();
    String top = all.add("", "", names[0], SpanKind.INTERNAL);
    for (int i = 1; i < names.length; i++) {
      all.add(top, "", names[i], SpanKind.INTERNAL);
    }
    return Trace.of(all.spans);
  }

  private String add(String parent, String service, String name, SpanKind kind) {
    return add(parent, service, name, kind, Map.of());
  }

  private String add(
      String parent, String service, String name, SpanKind kind, Map<String, Object> attributes) {
    return add(parent, service, name, kind, attributes, List.of(), StatusCode.UNSET, "");
  }

  private void fail(String parent, String service, String name, SpanKind kind, String message) {
    FinishedSpan.Event exception =
        new FinishedSpan.Event(
            "exception",
            1,
            Map.of(
                "exception.type",
                IllegalStateException.class.getName(),
                "exception.message",
                message));
    add(parent, service, name, kind, Map.of(), List.of(exception), StatusCode.ERROR, message);
  }

  private String add(
      String parent,
      String service,
      String name,
      SpanKind kind,
      Map<String, Object> attributes,
      List<FinishedSpan.Event> events,
      StatusCode status,
      String message) {
    long time = spans.size() + 1;
    String id = "%016x".formatted(time);
    spans.add(
        new FinishedSpan(
            TRACE_ID,
            id,
            parent,
            "",
            0x101,
            name,
            kind,
            time,
            time,
            attributes,
            events,
            List.of(),
            status,
            message,
            "test",
            service.isEmpty() ? Map.of() : Map.of("service.name", service)));
    return id;
  }
}
