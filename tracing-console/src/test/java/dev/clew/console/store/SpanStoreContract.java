// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.console.Requests;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every store does. A subclass opens one, and opens the same one anew where a test asks for it
 * as after a crash: with nothing but what was synced.
 */
public abstract class SpanStoreContract {

  private static final long SECOND = 1_000_000_000;

  /** The writer of the store under test. */
  protected abstract SpanWriter writer();

  /** The reader of the store under test. */
  protected abstract SpanReader reader();

  /** Ends the store without a sync, and opens it again. */
  protected abstract void crash() throws Exception;

  @Test
  void spansComeBackAsTheyWere() throws Exception {
    Span span =
        Requests.span(1, 2)
            .setParentSpanId(Requests.id(7))
            .addAttributes(Requests.text("hostile", "'); DROP TABLE spans; --\u0000\u202e"))
            .addEvents(Span.Event.newBuilder().setName("event"))
            .addLinks(Span.Link.newBuilder().setSpanId(Requests.id(5)))
            .build();
    write("shop", span);

    KeptSpan kept = only(1);
    assertThat(kept.span()).isEqualTo(span);
    assertThat(kept.origin().service()).isEqualTo("shop");
    assertThat(kept.origin().scope().getName()).isEqualTo("test");
  }

  @Test
  void traceHasItsSpansAndNoOthers() throws Exception {
    write("shop", Requests.span(1, 1).build(), Requests.span(2, 2).build());
    write("stock", Requests.span(1, 3).build());

    assertThat(reader().spans(List.of(Requests.traceId(1))))
        .extracting(KeptSpan::spanId)
        .containsExactlyInAnyOrder("0000000000000001", "0000000000000003");
    assertThat(reader().spans(List.of(Requests.traceId(3)))).isEmpty();
    assertThat(reader().spans(List.of())).isEmpty();
  }

  @Test
  void spanThatComesTwiceIsThereOnce() throws Exception {
    write("shop", Requests.span(1, 1).build());
    write("shop", Requests.span(1, 1).build());
    writer().sync();
    write("shop", Requests.span(1, 1).build());

    only(1);
    assertThat(reader().search(Search.all(10))).extracting(TraceSummary::spans).containsExactly(1);
  }

  @Test
  void whatIsSyncedSurvivesACrash() throws Exception {
    write("shop", Requests.span(1, 1).build());
    writer().sync();
    crash();

    only(1);
    write("shop", Requests.span(2, 2).build());
    assertThat(ids(Search.all(10))).containsExactly(2, 1);
  }

  @Test
  void syncWithoutSpansIsNoFault() throws Exception {
    writer().sync();
    writer().sync();

    assertThat(reader().services()).isEmpty();
  }

  @Test
  void searchFindsTheLatestFirstUpToALimit() throws Exception {
    for (int i = 1; i <= 5; i++) {
      write("shop", Requests.span(i, i).build());
      writer().sync();
    }

    assertThat(ids(Search.all(3))).containsExactly(5, 4, 3);
  }

  @Test
  void searchByService() throws Exception {
    write("shop", Requests.span(1, 1).build());
    write("stock", Requests.span(2, 2).build());

    assertThat(ids(Search.all(10).withService("stock"))).containsExactly(2);
    assertThat(ids(Search.all(10).withService("nobody"))).isEmpty();
  }

  @Test
  void searchForAnyServiceLeavesOutTheCollectorsOwn() throws Exception {
    write("shop", Requests.span(1, 1).build());
    write(Search.OWN_SERVICE, Requests.span(2, 2).build(), Requests.span(1, 3).build());

    assertThat(ids(Search.all(10))).containsExactly(1);
    assertThat(ids(Search.all(10).withService(Search.OWN_SERVICE))).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void searchByOperation() throws Exception {
    write("shop", Requests.span(1, 1).build(), Requests.span(2, 2).build());

    assertThat(ids(Search.all(10).withOperation("span 1"))).containsExactly(1);
  }

  @Test
  void searchByDuration() throws Exception {
    write(
        "shop",
        Requests.span(1, 1).setEndTimeUnixNano(2 * SECOND).build(),
        Requests.span(2, 2).setEndTimeUnixNano(4 * SECOND).build(),
        Requests.span(3, 3).setEndTimeUnixNano(1).build());

    assertThat(ids(Search.all(10).withDuration(SECOND, SECOND))).containsExactly(1);
    assertThat(ids(Search.all(10).withDuration(SECOND, Long.MAX_VALUE))).containsExactly(2, 1);
    assertThat(ids(Search.all(10).withDuration(0, 0))).containsExactly(3);
  }

  @Test
  void searchByStatus() throws Exception {
    write(
        "shop",
        Requests.span(1, 1).setStatus(status(Status.StatusCode.STATUS_CODE_ERROR)).build(),
        Requests.span(2, 2).setStatus(status(Status.StatusCode.STATUS_CODE_OK)).build());

    assertThat(ids(Search.all(10).onlyFailed())).containsExactly(1);
  }

  @Test
  void searchByAttributeOfSpanAndResource() throws Exception {
    write(
        "shop",
        Requests.span(1, 1).addAttributes(Requests.text("user.id", "7")).build(),
        Requests.span(2, 2).addAttributes(Requests.number("user.id", 7)).build(),
        Requests.span(3, 3).addAttributes(Requests.number("user.id", 77)).build(),
        Requests.span(4, 4).addAttributes(Requests.text("user", "\"user.id\":\"7\"")).build());
    write("7", Requests.span(5, 5).build());

    assertThat(ids(attributes(Map.of("user.id", "7")))).containsExactly(2, 1);
    assertThat(ids(attributes(Map.of("service.name", "7")))).containsExactly(5);
    assertThat(ids(attributes(Map.of("user.id", "7", "service.name", "shop"))))
        .containsExactly(2, 1);
    assertThat(ids(attributes(Map.of("user.id", "' OR true --")))).isEmpty();
  }

  @Test
  void searchByLinkOfAnotherTrace() throws Exception {
    write(
        "shop",
        Requests.span(1, 1).build(),
        Requests.span(1, 2).addLinks(Requests.link(1, 1)).build(),
        Requests.span(2, 3).addLinks(Requests.link(9, 1)).addLinks(Requests.link(1, 1)).build());
    writer().sync();
    write("stock", Requests.span(3, 4).addLinks(Requests.link(1, 2)).build());

    Search any = link("1");
    assertThat(ids(any)).containsExactly(3, 2);
    assertThat(ids(any.withService("shop"))).containsExactly(2);
    assertThat(ids(any.between(0, 3 * SECOND))).containsExactly(2);
    assertThat(ids(link("1-0000000000000001"))).containsExactly(2);
    assertThat(ids(link("1-0000000000000003"))).isEmpty();
    assertThat(ids(link("2"))).isEmpty();
  }

  /** What is told of spans as they come agrees with what is found of them later. */
  @Test
  void searchFindsWhatMatchesWithoutAStore() throws Exception {
    AnyValue map = AnyValue.newBuilder().setKvlistValue(values("user.id", "7")).build();
    Span[] spans = {
      Requests.span(1, 1).addAttributes(Requests.text("user.id", "7")).build(),
      Requests.span(2, 2).addAttributes(Requests.number("user.id", 7)).build(),
      Requests.span(3, 3).addAttributes(keyed("user", map)).build(),
      Requests.span(4, 4).addAttributes(keyed("user.id", array(map.toBuilder()))).build(),
      Requests.span(5, 5)
          .addAttributes(keyed("user.id", array(AnyValue.newBuilder().setStringValue("7"))))
          .build(),
      Requests.span(6, 6).setStatus(status(Status.StatusCode.STATUS_CODE_ERROR)).build(),
      Requests.span(7, 7).setEndTimeUnixNano(9 * SECOND).build(),
      Requests.span(8, 8).addLinks(Requests.link(7, 7)).addLinks(Requests.link(8, 9)).build(),
      Requests.span(9, 9).addLinks(Span.Link.newBuilder().setTraceId(Requests.id(7))).build(),
    };
    write("shop", spans);
    List<KeptSpan> kept = KeptSpan.of(Requests.of("shop", spans).getResourceSpansList());

    for (Search search :
        List.of(
            Search.all(10),
            Search.all(10).withService("shop").withOperation("span 3"),
            Search.all(10).withService("stock"),
            Search.all(10).withDuration(SECOND, Long.MAX_VALUE),
            Search.all(10).withDuration(0, 2_000),
            Search.all(10).onlyFailed(),
            Search.all(10).between(2 * SECOND, 4 * SECOND),
            link("7"),
            link("7-0000000000000007"),
            link("7-0000000000000008"),
            link("8"),
            attributes(Map.of("user.id", "7")),
            attributes(Map.of("user.id", "7", "service.name", "shop")))) {
      assertThat(kept.stream().filter(search::matches).map(KeptSpan::traceId))
          .as(search.toString())
          .containsExactlyInAnyOrderElementsOf(
              reader().search(search).stream().map(TraceSummary::traceId).toList());
    }
  }

  private static KeyValue keyed(String key, AnyValue value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  private static KeyValueList values(String key, String text) {
    return KeyValueList.newBuilder().addValues(Requests.text(key, text)).build();
  }

  private static AnyValue array(AnyValue.Builder element) {
    return AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(element)).build();
  }

  @Test
  void searchByTimeLooksAtSpansWhereverTheyAre() throws Exception {
    for (int i = 1; i <= 4; i++) {
      write("shop", Requests.span(i, i).build());
      if (i < 4) {
        writer().sync();
      }
    }

    assertThat(ids(Search.all(10).between(2 * SECOND, 3 * SECOND))).containsExactly(3, 2);
    assertThat(ids(Search.all(10).between(4 * SECOND, Long.MAX_VALUE))).containsExactly(4);
  }

  @Test
  void oneSpanMustMeetAllThatIsAskedFor() throws Exception {
    write("shop", Requests.span(1, 1).build());
    write("stock", Requests.span(1, 2).build());

    assertThat(ids(Search.all(10).withService("stock").withOperation("span 2"))).containsExactly(1);
    assertThat(ids(Search.all(10).withService("stock").withOperation("span 1"))).isEmpty();
  }

  @Test
  void summaryIsOfTheWholeTrace() throws Exception {
    write(
        "stock",
        Requests.span(1, 3)
            .setParentSpanId(Requests.id(2))
            .setStatus(status(Status.StatusCode.STATUS_CODE_ERROR))
            .build());
    writer().sync();
    write("shop", Requests.span(1, 2).setEndTimeUnixNano(9 * SECOND).build());

    assertThat(reader().search(Search.all(10).withService("stock")))
        .containsExactly(
            new TraceSummary(
                Requests.traceId(1),
                "shop",
                "span 2",
                2 * SECOND,
                7 * SECOND,
                2,
                1,
                List.of("shop", "stock")));
  }

  @Test
  void servicesAndOperationsAreSorted() throws Exception {
    write("stock", Requests.span(1, 1).build());
    writer().sync();
    write(
        "shop",
        Requests.span(1, 3).build(),
        Requests.span(1, 2).build(),
        Requests.span(2, 2).setKind(Span.SpanKind.SPAN_KIND_CLIENT).build());

    assertThat(reader().services()).containsExactly("shop", "stock");
    assertThat(reader().operations("shop"))
        .containsExactly(
            new Operation("span 2", "client"),
            new Operation("span 2", "server"),
            new Operation("span 3", "server"));
    assertThat(reader().operations("nobody")).isEmpty();
  }

  @Test
  void startsThatNoClockShowsAreKept() throws Exception {
    write(
        "shop",
        Requests.span(1, 1).setStartTimeUnixNano(-1).setEndTimeUnixNano(0).build(),
        Requests.span(2, 2).setStartTimeUnixNano(0).setEndTimeUnixNano(-1).build());
    writer().sync();

    assertThat(ids(Search.all(10))).containsExactlyInAnyOrder(1, 2);
    only(1);
  }

  /** Writes spans of a service, without a sync. */
  protected final void write(String service, Span... spans) throws StoreException {
    writer().write(KeptSpan.of(Requests.of(service, spans).getResourceSpansList()));
  }

  /** The numbers of the traces that a search finds. */
  protected final List<Integer> ids(Search search) throws StoreException {
    return reader().search(search).stream()
        .map(trace -> Integer.parseInt(trace.traceId(), 16))
        .toList();
  }

  private KeptSpan only(long trace) throws StoreException {
    List<KeptSpan> spans = reader().spans(List.of(Requests.traceId(trace)));
    assertThat(spans).hasSize(1);
    return spans.get(0);
  }

  private static Search attributes(Map<String, String> wanted) {
    return Search.all(10).withAttributes(wanted);
  }

  private static Search link(String to) {
    return Search.all(10).withLink("0".repeat(31) + to);
  }

  private static Status status(Status.StatusCode code) {
    return Status.newBuilder().setCode(code).build();
  }
}
