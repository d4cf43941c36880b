// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import static dev.clew.analysis.TestSpans.span;
import static dev.clew.analysis.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.TestSpans.Draft;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsightsTest {

  private static final Draft ROOT = root().at(0, 100);

  @Test
  void anErrorStartsWhereNothingBelowFailed() {
    Insight insight =
        only(
            Kind.ERROR_ORIGIN,
            root().at(0, 100).failed("500"),
            client("call").under("root").at(10, 90).failed("500"),
            span("serve").under("call").of("stock").kind(SpanKind.SERVER).at(20, 80).failed("x"),
            query("sql").under("serve").of("stock").at(30, 40).failed("duplicate key"),
            query("fine").under("serve").of("stock").at(50, 60));
    assertThat(ids(insight)).containsExactly("sql", "serve", "call", "root");
    assertThat(insight.severity()).isEqualTo(Severity.HIGH);
    assertThat(insight.title()).contains("\"SELECT\" in stock");
    assertThat(insight.explanation()).contains("duplicate key").contains("3 spans");
  }

  @Test
  void anErrorThatWasHandledMattersLess() {
    Insight insight =
        only(Kind.ERROR_ORIGIN, ROOT, query("sql").under("root").at(1, 2).failed("x"));
    assertThat(insight.severity()).isEqualTo(Severity.LOW);
    assertThat(insight.explanation()).contains("it was handled");
  }

  @Test
  void theSameErrorAgainIsOneFinding() {
    Insight insight =
        only(
            Kind.ERROR_ORIGIN,
            ROOT,
            span("each").under("root").at(0, 50).failed(""),
            query("one").under("each").at(1, 2).failed("x"),
            query("two").under("each").at(3, 4).failed("x"));
    assertThat(ids(insight)).containsExactly("one", "each", "two");
    assertThat(insight.title()).endsWith("2 times");
  }

  @Test
  void findsStatementsThatRepeatAlsoBelowMethodsOfTheirOwn() {
    List<Draft> spans = new ArrayList<>(List.of(ROOT));
    for (int i = 0; i < 12; i++) {
      spans.add(span("find" + i).under("root").at(i * 5, i * 5 + 4));
      spans.add(query("q" + i).under("find" + i).at(i * 5 + 1, i * 5 + 3));
    }
    Insight insight = only(Kind.N_PLUS_ONE, spans.toArray(new Draft[0]));
    assertThat(ids(insight)).hasSize(13).startsWith("root", "q0", "q1");
    assertThat(insight.title()).contains("12 times");
    assertThat(insight.nanos()).isEqualTo(24 * Nanos.MILLI);
    assertThat(of(Kind.N_PLUS_ONE, spans.subList(0, 21).toArray(new Draft[0]))).isEmpty();
  }

  @Test
  void believesWhatWasCountedWhereSpansAreMissing() {
    Insight insight =
        only(
            Kind.N_PLUS_ONE,
            root()
                .at(0, 100)
                .with("clew.db.nplusone.detected", true)
                .with("clew.db.nplusone.query", "SELECT item")
                .with("clew.db.nplusone.count", 500L));
    assertThat(insight.title()).contains("SELECT item").contains("500 times");
  }

  @Test
  void findsManyCallsOfTheSameKind() {
    List<Draft> spans = new ArrayList<>(List.of(ROOT));
    for (int i = 0; i < 11; i++) {
      spans.add(client("c" + i).under("root").name("GET").with("server.address", "b").at(i, i + 9));
    }
    Insight insight = only(Kind.CHATTY, spans.toArray(new Draft[0]));
    assertThat(insight.nanos()).isEqualTo(19 * Nanos.MILLI);
    assertThat(of(Kind.CHATTY, spans.subList(0, 11).toArray(new Draft[0]))).isEmpty();
  }

  @Test
  void findsCallsThatWaitForEachOther() {
    Insight insight =
        only(
            Kind.SERIAL_CALLS,
            ROOT,
            client("a").under("root").at(0, 30),
            client("b").under("root").at(31, 71),
            client("c").under("root").at(72, 92));
    assertThat(ids(insight)).containsExactly("root", "a", "b", "c");
    assertThat(insight.nanos()).isEqualTo(50 * Nanos.MILLI);
  }

  @Test
  void callsAtATimeOrWithWorkInBetweenDoNotWaitForEachOther() {
    assertThat(
            of(
                Kind.SERIAL_CALLS,
                ROOT,
                client("a").under("root").at(0, 30),
                client("b").under("root").at(10, 50)))
        .isEmpty();
    assertThat(
            of(
                Kind.SERIAL_CALLS,
                ROOT,
                client("a").under("root").at(0, 30),
                client("b").under("root").at(60, 90)))
        .isEmpty();
  }

  @Test
  void findsCallsThatAreTriedAgain() {
    Insight insight =
        only(
            Kind.RETRY_STORM,
            root().at(0, 100).failed("x"),
            client("1").under("root").name("GET").at(0, 10).failed("refused"),
            client("2").under("root").name("GET").at(20, 30).failed("refused"),
            client("3").under("root").name("GET").at(50, 60).failed("refused"));
    assertThat(ids(insight)).containsExactly("root", "1", "2", "3");
    assertThat(insight.severity()).isEqualTo(Severity.HIGH);
    assertThat(insight.explanation()).contains("refused").contains("50.0 ms");
  }

  @Test
  void aLoopThatSucceedsIsNoRetry() {
    assertThat(
            of(
                Kind.RETRY_STORM,
                ROOT,
                client("1").under("root").name("GET").at(0, 10).failed("refused"),
                client("2").under("root").name("GET").at(20, 30),
                client("3").under("root").name("GET").at(50, 60)))
        .isEmpty();
  }

  @Test
  void findsMessagesThatComeAgainAndAgain() {
    Insight insight =
        only(
            Kind.RETRY_STORM,
            span("process")
                .kind(SpanKind.CONSUMER)
                .at(0, 1)
                .with("clew.messaging.delivery_count", 5L)
                .failed("x"));
    assertThat(insight.title()).contains("delivered 5 times");
  }

  @Test
  void findsTimeInQueuesForThreadsAndForConnections() {
    Insight queue =
        only(
            Kind.WAITING,
            root().at(0, 10),
            span("send").under("root").kind(SpanKind.PRODUCER).at(5, 6),
            span("process").under("send").kind(SpanKind.CONSUMER).of("mail").at(86, 100));
    assertThat(ids(queue)).containsExactly("process");
    assertThat(queue.nanos()).isEqualTo(80 * Nanos.MILLI);
    Insight thread =
        only(
            Kind.WAITING,
            ROOT,
            span("task").under("root").with("clew.task.wait_time", 0.04).at(50, 100));
    assertThat(thread.nanos()).isEqualTo(40 * Nanos.MILLI);
    assertThat(thread.title()).startsWith("Tasks wait for a thread");
    Insight connection =
        only(Kind.WAITING, ROOT, span("pool").name("getConnection orders").under("root").at(0, 60));
    assertThat(connection.title()).startsWith("Callers wait for a database connection");
    assertThat(connection.severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void findsWhoGaveUpAndWhoWentOnForNobody() {
    Insight insight =
        only(
            Kind.TIMEOUT,
            root().at(0, 100).failed("SocketTimeoutException"),
            client("call")
                .under("root")
                .at(10, 60)
                .with("error.type", "java.net.SocketTimeoutException")
                .failed(""),
            span("serve").under("call").of("stock").kind(SpanKind.SERVER).at(11, 95));
    assertThat(ids(insight)).containsExactly("call", "serve");
    assertThat(insight.explanation()).contains("35.0 ms");
  }

  @Test
  void findsTheStatementThatTakesMostOfTheTime() {
    Insight insight =
        only(
            Kind.DOMINANT,
            ROOT,
            query("slow").under("root").with("db.query.summary", "SELECT orders").at(10, 90),
            query("fast").under("root").at(90, 91));
    assertThat(ids(insight)).containsExactly("slow");
    assertThat(insight.title()).contains("SELECT orders").contains("80 %");
    assertThat(insight.severity()).isEqualTo(Severity.HIGH);
    assertThat(insight.nextStep()).contains("EXPLAIN");
  }

  @Test
  void findsTracesThroughManyServices() {
    List<Draft> spans = new ArrayList<>(List.of(ROOT));
    for (int i = 0; i < 7; i++) {
      String parent = i == 0 ? "root" : "s" + (i - 1);
      spans.add(span("s" + i).under(parent).of("v" + i).at(i, 100 - i));
    }
    Insight insight = only(Kind.MANY_SERVICES, spans.toArray(new Draft[0]));
    assertThat(ids(insight)).hasSize(8).startsWith("root", "s0");
    assertThat(of(Kind.MANY_SERVICES, spans.subList(0, 6).toArray(new Draft[0]))).isEmpty();
  }

  @Test
  void findsWhatIsSlowerThanUsualAndWhy() {
    List<Trace> usual = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      usual.add(request(i, 10 + i % 5));
    }
    RouteHistory history =
        RouteHistory.of(usual.subList(0, 10)).plus(RouteHistory.of(usual.subList(10, 30)));
    Insight insight = only(Insights.of(request(99, 80), history), Kind.SLOWER_THAN_USUAL);
    assertThat(ids(insight)).containsExactly("sql", "root");
    assertThat(insight.explanation()).contains("80.0 ms itself");
    assertThat(of(Insights.of(request(98, 14), history), Kind.SLOWER_THAN_USUAL)).isEmpty();
    RouteHistory little = RouteHistory.of(usual.subList(0, 10));
    assertThat(of(Insights.of(request(99, 80), little), Kind.SLOWER_THAN_USUAL)).isEmpty();
  }

  private static Trace request(int start, double sql) {
    return trace(
        root().at(start, start + 5 + sql),
        query("sql").under("root").at(start + 1, start + 1 + sql));
  }

  @Test
  void findsWhatAllTracesNeed() {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      traces.add(
          trace(
              root().name("GET /" + i % 2).at(0, 10),
              client("call").under("root").at(1, 9),
              span("serve").under("call").of("auth").kind(SpanKind.SERVER).at(2, 8),
              query("q").under("root").with("db.namespace", i == 0 ? "a" : "b").at(9, 10)));
    }
    List<Insight> found = Insights.across(traces);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).title()).isEqualTo("Every request needs auth");
    assertThat(Insights.across(traces.subList(0, 19))).isEmpty();
  }

  @Test
  void theMostImportantComesFirst() {
    List<Insight> found =
        Insights.of(
            trace(
                root().at(0, 100).failed("x"),
                query("slow").under("root").at(0, 90),
                query("handled").under("root").at(90, 95).failed("y"),
                span("quick").under("root").at(95, 96)));
    assertThat(found).extracting(Insight::severity).isSorted();
  }

  private static Draft root() {
    return span("root").kind(SpanKind.SERVER).name("GET /orders");
  }

  private static Draft client(String id) {
    return span(id).kind(SpanKind.CLIENT);
  }

  private static Draft query(String id) {
    return client(id).name("SELECT").with("db.system.name", "h2");
  }

  private static List<Insight> of(Kind kind, Draft... spans) {
    return of(Insights.of(trace(spans)), kind);
  }

  private static List<Insight> of(List<Insight> found, Kind kind) {
    return found.stream().filter(insight -> insight.kind() == kind).toList();
  }

  private static Insight only(Kind kind, Draft... spans) {
    return only(Insights.of(trace(spans)), kind);
  }

  private static Insight only(List<Insight> found, Kind kind) {
    assertThat(of(found, kind)).as("%s", found).hasSize(1);
    return of(found, kind).get(0);
  }

  private static List<String> ids(Insight insight) {
    return insight.spans().stream().map(SpanRef::spanId).toList();
  }
}
