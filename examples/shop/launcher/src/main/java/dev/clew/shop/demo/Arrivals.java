// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import dev.clew.shop.demo.SpanStream.SpanRecord;
import dev.clew.shop.demo.SpanTables.SpanItem;
import dev.clew.shop.demo.SpanTables.TraceItem;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has arrived in AWS of a trace.
 *
 * @param items in DynamoDB's table {@code spans}
 * @param summaries in its table {@code traces}
 * @param records in the stream of Kinesis; empty where there is none
 */
record Arrivals(
    Trace trace,
    List<SpanItem> items,
    List<TraceItem> summaries,
    Optional<List<SpanRecord>> records) {

  /** Looks now. */
  static Arrivals of(Trace trace, SpanTables tables, Optional<SpanStream> stream)
      throws IOException, InterruptedException {
    return new Arrivals(
        trace,
        tables.spans(trace.id()),
        tables.summaries(trace.id()),
        stream.isPresent() ? Optional.of(stream.get().records(trace.id())) : Optional.empty());
  }

  /** How many of the trace's spans DynamoDB has. */
  int inTables() {
    return count(items.stream().map(SpanItem::spanId).collect(Collectors.toSet()));
  }

  /** How many of the trace's spans Kinesis has. */
  int inStream() {
    return count(
        records.stream()
            .flatMap(List::stream)
            .flatMap(record -> record.spans().stream())
            .map(ServiceSpan::id)
            .collect(Collectors.toSet()));
  }

  /** Whether each of the trace's spans is everywhere, and counted. */
  boolean isComplete() {
    int all = trace.spans().size();
    return inTables() == all
        && summaries.stream().mapToInt(TraceItem::spans).sum() == items.size()
        && (records.isEmpty() || inStream() == all);
  }

  private int count(Set<String> arrived) {
    Set<String> ids = trace.spans().stream().map(ServiceSpan::id).collect(Collectors.toSet());
    Set<String> both = new HashSet<>(arrived);
    both.retainAll(ids);
    return both.size();
  }
}
