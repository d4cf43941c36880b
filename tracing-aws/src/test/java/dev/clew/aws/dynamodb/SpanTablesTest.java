// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import static dev.clew.aws.Batches.hex;
import static dev.clew.aws.Batches.id;
import static dev.clew.aws.Batches.span;
import static dev.clew.aws.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clew.exporter.sender.SendResult;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** What the sender has written is read as it was. */
class SpanTablesTest extends OnLocalDynamoDb {

  private static final Span.SpanKind SERVER = Span.SpanKind.SPAN_KIND_SERVER;
  private static final String CREATE = "clew.aws.dynamodb.table.create";

  private SpanTables tables;

  @BeforeEach
  void open() throws Exception {
    tables = SpanTables.open(run.settings());
    tables.prepare(LONG);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void spansComeBackHoweverManyItemsTheyTake() throws Exception {
    Span small = span("1", "1").build();
    Span large = span("1", "2").addAttributes(text("body", "y".repeat(3_500_000))).build();
    Span other = span("1", "3").build();
    assertThat(send("shop", large, small, other)).isEqualTo(SendResult.success());
    send("shop", span("2", "1").build());

    assertThat(spans("1")).containsExactlyInAnyOrder(small, large, other);
    assertThat(spans("3")).isEmpty();
  }

  @Test
  void spanOfWhichAPartIsMissingIsLeftOut() throws Exception {
    send("shop", span("1", "1").build());
    send("shop", span("1", "2").addAttributes(text("body", "y".repeat(800_000))).build());
    delete("#1");
    assertThat(spans("1")).hasSize(1);

    send("shop", span("1", "3").addAttributes(text("body", "y".repeat(800_000))).build());
    delete("");
    assertThat(spans("1")).hasSize(2);
  }

  private static void delete(String part) {
    db.deleteItem(
        item ->
            item.tableName("spans")
                .key(
                    Map.of(
                        "trace_id", AttributeValue.fromS(hex("1", 32)),
                        "span_id", AttributeValue.fromS(hex("2", 16) + part))));
  }

  @Test
  void partsOfATraceAreThoseOfItsServices() throws Exception {
    send("stock", span("1", "3").setParentSpanId(id("2", 16)).setStatus(ERROR).build());
    send("shop", span("1", "2").build());

    assertThat(tables.parts(hex("1", 32)))
        .extracting(TracePart::service, TracePart::root, TracePart::errors)
        .containsExactly(
            tuple("shop", new TracePart.Entry("span-2", START), 0L), tuple("stock", null, 1L));
  }

  @Test
  void servicesAndOperationsAreListed() throws Exception {
    send("stock", span("1", "1").build());
    send("shop", span("1", "2").build(), span("1", "3").setKind(SERVER).build());

    assertThat(tables.services()).containsExactly("shop", "stock");
    assertThat(tables.operations("shop"))
        .containsExactly(
            new TracedOperation("span-2", "internal"), new TracedOperation("span-3", "server"));
    assertThat(tables.operations("nobody")).isEmpty();
  }

  @Test
  void latestPartsComePageByPage() throws Exception {
    for (int i = 1; i <= 5; i++) {
      send("shop", at(i).build());
    }
    PartQuery two = new PartQuery("shop", 0, Long.MAX_VALUE, false, null, 0, 2);
    PartPage first = tables.latest(two);
    PartPage second = tables.latest(two, first);
    PartPage third = tables.latest(two, second);

    assertThat(starts(first)).containsExactly(5L, 4L);
    assertThat(starts(second)).containsExactly(3L, 2L);
    assertThat(starts(third)).containsExactly(1L);
    assertThat(first.looked()).isEqualTo(2);
    assertThat(first.isLast()).isFalse();
    assertThat(third.isLast()).isTrue();
  }

  @Test
  void partsAreFoundByWhatOneOfTheirSpansMayMeet() throws Exception {
    send("shop", at(1).build(), at(7).setTraceId(id("1", 32)).setEndTimeUnixNano(20).build());
    send("shop", at(2).setStatus(ERROR).build());
    send("shop", at(3).setName("other").build());

    assertThat(found(3, Long.MAX_VALUE, false, null, 0)).containsExactly(3L, 1L);
    assertThat(found(0, 2, false, null, 0)).containsExactly(2L, 1L);
    assertThat(found(0, 9, true, null, 0)).containsExactly(2L);
    assertThat(found(0, 9, false, "span-7", 0)).containsExactly(1L);
    assertThat(found(0, 9, false, null, 13)).containsExactly(1L);
  }

  private List<Long> found(long from, long to, boolean failed, String operation, long duration) {
    return starts(tables.latest(new PartQuery("shop", from, to, failed, operation, duration, 100)));
  }

  private static List<Long> starts(PartPage page) {
    return page.parts().stream().map(part -> part.first().start()).toList();
  }

  /** A span of a trace of its own, that starts then. */
  private static Span.Builder at(int time) {
    String number = String.valueOf(time);
    return span(number, number).setStartTimeUnixNano(time).setEndTimeUnixNano(time);
  }

  @Test
  void missingTableIsTold() throws Exception {
    run.set("clew.aws.dynamodb.table.prefix", "nobody-").set(CREATE, "false");
    try (SpanTables missing = SpanTables.open(run.settings())) {
      assertThatThrownBy(() -> missing.prepare(LONG)).isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private List<Span> spans(String trace) throws Exception {
    List<byte[]> found = new ArrayList<>();
    tables.spans(hex(trace, 32), found::add);
    List<Span> spans = new ArrayList<>();
    for (byte[] request : found) {
      spans.add(
          ExportTraceServiceRequest.parseFrom(request)
              .getResourceSpans(0)
              .getScopeSpans(0)
              .getSpans(0));
    }
    return spans;
  }
}
