// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints a trace, a span a line: service, name, kind, duration, when, status. */
final class TracePrinter {

  private static final int KIND = 8;
  private static final int DURATION = 10;
  private static final int GAPS = 12;

  private final Style style;
  private final Trace trace;
  private final List<String> services;
  private final int serviceWidth;
  private final int nameWidth;
  private final int barWidth;
  private final int statusWidth;
  private final int columns;

  private TracePrinter(Trace trace, Style style, int columns) {
    this.style = style;
    this.trace = trace;
    this.columns = columns;
    services = List.copyOf(trace.services());
    serviceWidth = width("SERVICE", services.stream(), 16);
    statusWidth = width("STATUS", trace.spans().stream().map(TracePrinter::status), columns / 5);
    int rest = columns - serviceWidth - KIND - DURATION - statusWidth - GAPS;
    barWidth = Math.max(8, rest / 4);
    nameWidth = rest - barWidth;
  }

  private static int width(String title, Stream<String> column, int most) {
    return Math.min(most, column.mapToInt(String::length).reduce(title.length(), Math::max));
  }

  static void print(Trace trace, Terminal terminal) {
    Style style = new Style(terminal.colours(), terminal.drawing());
    new TracePrinter(trace, style, terminal.columns()).lines().forEach(terminal::print);
  }

  /** As {@link #print} prints it. */
  static Stream<String> lines(Trace trace, Style style, int columns) {
    return new TracePrinter(trace, style, columns).lines();
  }

  private Stream<String> lines() {
    Stream<String> rows = TraceTree.of(trace, style).rows().stream().map(this::line);
    return Stream.of(
            Stream.of("", "  " + style.bold("Trace " + trace.id()), "  " + summary()),
            FailureNote.lines(trace, style, columns - 2).map("  "::concat),
            Stream.of("", header()),
            rows,
            Stream.of(""))
        .flatMap(lines -> lines);
  }

  private String summary() {
    return "%s, %s, %s, %s"
        .formatted(
            count(trace.spans().size(), "span"),
            count(services.size(), "service"),
            millis(trace.durationNanos()),
            trace.isComplete() ? "complete" : "incomplete: a parent is missing");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private String header() {
    return style.faint(
        columns(
            "SERVICE", pad("SPAN", nameWidth), "KIND", "DURATION", pad("", barWidth), "STATUS"));
  }

  private String line(TraceTree.Row row) {
    ServiceSpan span = row.span();
    int number = services.indexOf(span.service());
    return columns(
        Style.plain(span.service()),
        name(row),
        kind(span.span()),
        millis(span.span().getEndTimeUnixNano() - span.span().getStartTimeUnixNano()),
        style.service(bar(span.span()), number),
        span.isFailed() ? style.failed(style.cut(status(span), statusWidth)) : status(span));
  }

  /** The name is padded by the caller, who knows how much of it is visible. */
  private String columns(
      String service, String name, String kind, String duration, String bar, String status) {
    return "  %s  %s  %s  %s  %s  %s"
        .formatted(
            pad(style.fit(service, serviceWidth), serviceWidth),
            name,
            pad(kind, KIND),
            " ".repeat(Math.max(0, DURATION - duration.length())) + duration,
            bar,
            status)
        .stripTrailing();
  }

  private String name(TraceTree.Row row) {
    String branch = style.fit(row.branch(), nameWidth - 8);
    int width = nameWidth - branch.length();
    return style.faint(branch)
        + pad(style.fit(Style.plain(row.span().span().getName()), width), width);
  }

  private static String kind(Span span) {
    return span.getKind().name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT);
  }

  private String bar(Span span) {
    double total = Math.max(1, trace.durationNanos());
    int from = cell((span.getStartTimeUnixNano() - trace.startNanos()) / total, barWidth - 1);
    int to = cell((span.getEndTimeUnixNano() - trace.startNanos()) / total, barWidth);
    int width = Math.max(1, to - from);
    return pad(" ".repeat(from) + style.bar(width), barWidth);
  }

  private int cell(double share, int last) {
    return (int) Math.max(0, Math.min(last, Math.round(share * barWidth)));
  }

  private static String status(ServiceSpan span) {
    String code = span.attribute("http.response.status_code").orElse("");
    String type = span.isFailed() ? span.attribute("error.type").orElse(code) : code;
    String shortType = Style.plain(type.substring(type.lastIndexOf('.') + 1));
    return ((span.isFailed() ? "error " : "ok ") + shortType).strip();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
