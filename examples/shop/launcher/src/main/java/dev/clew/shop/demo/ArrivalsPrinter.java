// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import dev.clew.shop.demo.SpanStream.SpanRecord;
import dev.clew.shop.demo.SpanTables.SpanItem;
import dev.clew.shop.demo.SpanTables.TraceItem;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints what has arrived in AWS of a trace. */
final class ArrivalsPrinter {

  private static final int MOST_ITEMS = 5;

  private final Arrivals arrivals;
  private final Style style;
  private final int columns;

  private ArrivalsPrinter(Arrivals arrivals, Style style, int columns) {
    this.arrivals = arrivals;
    this.style = style;
    this.columns = columns;
  }

  static void print(Arrivals arrivals, Terminal terminal) {
    Style style = new Style(terminal.colours(), terminal.drawing());
    lines(arrivals, style, terminal.columns()).forEach(terminal::print);
  }

  /** As {@link #print} prints it. */
  static Stream<String> lines(Arrivals arrivals, Style style, int columns) {
    ArrivalsPrinter printer = new ArrivalsPrinter(arrivals, style, columns);
    return Stream.concat(printer.tables(), arrivals.records().stream().flatMap(printer::stream));
  }

  private Stream<String> tables() {
    List<SpanItem> items = arrivals.items();
    int more = items.size() - MOST_ITEMS;
    return Stream.of(
            Stream.of(title("DynamoDB", arrivals.inTables(), items.size(), "item"), ""),
            Stream.of(header("TABLE   SERVICE   ITEM")),
            arrivals.summaries().stream().map(this::summary),
            items.stream().limit(MOST_ITEMS).map(this::item),
            more > 0 ? Stream.of("  spans   and " + more + " more") : Stream.<String>empty(),
            Stream.of(""))
        .flatMap(lines -> lines);
  }

  private Stream<String> stream(List<SpanRecord> records) {
    return Stream.of(
            Stream.of(title("Kinesis", arrivals.inStream(), records.size(), "record"), ""),
            Stream.of(header("RECORD  PARTITION KEY                     SPANS  OF")),
            IntStream.range(0, records.size()).mapToObj(i -> record(i + 1, records.get(i))),
            Stream.of(""))
        .flatMap(lines -> lines);
  }

  private String title(String where, int spans, int number, String what) {
    return "  "
        + style.bold("Arrived in " + where)
        + ": %d of %d spans, in %d %s%s"
            .formatted(
                spans, arrivals.trace().spans().size(), number, what, number == 1 ? "" : "s");
  }

  private String header(String text) {
    return "  " + style.faint(text);
  }

  private String summary(TraceItem trace) {
    return line(
        "traces  %-8s  %3d spans, %d errors, from %s"
            .formatted(trace.service(), trace.spans(), trace.errors(), trace.first()));
  }

  private String item(SpanItem span) {
    return line(
        String.format(
            Locale.ROOT,
            "spans   %-8s  %s  %8.1f ms  %s",
            span.service(),
            span.spanId(),
            span.durationNanos() / 1e6,
            span.name()));
  }

  private String record(int number, SpanRecord record) {
    return line(
        "%6d  %s  %5d  %s"
            .formatted(
                number,
                record.partitionKey(),
                record.spans().size(),
                record.spans().stream()
                    .map(ServiceSpan::service)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining(" "))));
  }

  private String line(String text) {
    return "  " + style.cut(Style.plain(text), columns - 2);
  }
}
