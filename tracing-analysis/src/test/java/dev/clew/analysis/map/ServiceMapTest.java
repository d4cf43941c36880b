// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

import static dev.clew.analysis.TestSpans.span;
import static dev.clew.analysis.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.GeneratedTrace;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.SpanLink;
import dev.clew.analysis.TestSpans.Draft;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import dev.clew.analysis.map.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServiceMapTest {

  private static final Node SHOP = Node.service("shop");
  private static final Node STOCK = Node.service("stock");

  @Test
  void countsEveryCallAndMessageOnce() {
    for (long seed = 0; seed < 500; seed++) {
      List<Span> truth = GeneratedTrace.of(seed);
      Map<Edge, List<Long>> counted = new TreeMap<>();
      ServiceMap.of(List.of(Traces.assembleOne(truth, 0)))
          .edges()
          .forEach(
              (edge, t) ->
                  counted.put(edge, List.of(t.calls(), t.errors(), t.latencies().count())));
      assertThat(counted).as("seed %d", seed).isEqualTo(expected(truth));
    }
  }

  private static Map<Edge, List<Long>> expected(List<Span> truth) {
    Map<String, Span> byId = new TreeMap<>();
    truth.forEach(span -> byId.put(span.spanId(), span));
    Map<Edge, List<Long>> expected = new TreeMap<>();
    for (Span span : truth) {
      Span parent = byId.get(span.parentSpanId());
      Node own = Node.service(span.service());
      String destination = span.attributes().text("messaging.destination.name");
      Node queue = new Node(Kind.QUEUE, "", String.valueOf(destination));
      String database = span.attributes().text("db.system.name");
      boolean childGone = truth.stream().noneMatch(s -> s.parentSpanId().equals(span.spanId()));
      if (span.kind() == SpanKind.PRODUCER) {
        count(expected, own, queue, span.failed());
      } else if (span.kind() == SpanKind.CONSUMER) {
        count(expected, queue, own, span.failed());
      } else if (database != null) {
        count(expected, own, new Node(Kind.DATABASE, database, database), span.failed());
      } else if (span.kind() == SpanKind.SERVER) {
        Node caller = parent == null ? Node.CALLER : Node.service(parent.service());
        count(expected, caller, own, span.failed() || parent != null && parent.failed());
      } else if (span.kind() == SpanKind.CLIENT && childGone) {
        count(expected, own, new Node(Kind.REMOTE, "", "lb"), span.failed());
      }
    }
    return expected;
  }

  private static void count(Map<Edge, List<Long>> edges, Node from, Node to, boolean failed) {
    List<Long> one = List.of(1L, failed ? 1L : 0L, 1L);
    edges.merge(
        new Edge(from, to),
        one,
        (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2)));
  }

  @Test
  void mapsOfBatchesAddUpToTheMapOfAll() {
    List<Trace> all = new ArrayList<>();
    ServiceMap sum = ServiceMap.of(List.of());
    for (long seed = 0; seed < 40; seed += 4) {
      List<Trace> batch = new ArrayList<>();
      for (long i = seed; i < seed + 4; i++) {
        batch.add(Traces.assembleOne(GeneratedTrace.of(i), 0));
      }
      all.addAll(batch);
      sum = ServiceMap.of(batch).plus(sum);
    }
    assertThat(sum).isEqualTo(ServiceMap.of(all));
  }

  @Test
  void aCallTakesAsLongAsItsClientWaits() {
    ServiceMap map =
        map(
            span("root").kind(SpanKind.SERVER).at(0, 200),
            span("client").under("root").kind(SpanKind.CLIENT).at(0, 160).failed("timeout"),
            span("server").under("client").of("stock").kind(SpanKind.SERVER).at(10, 20));
    Traffic traffic = map.edges().get(new Edge(SHOP, STOCK));
    assertThat(traffic.errors()).isEqualTo(1);
    assertThat(traffic.latencies().percentile(0.5)).isBetween(150 * Nanos.MILLI, 170 * Nanos.MILLI);
    assertThat(map.edges()).containsKey(new Edge(Node.CALLER, SHOP)).hasSize(2);
  }

  @Test
  void eachAttemptThatArrivesCountsAsACall() {
    ServiceMap map =
        map(
            span("client").kind(SpanKind.CLIENT).at(0, 100),
            span("first").under("client").of("stock").kind(SpanKind.SERVER).at(1, 2).failed("x"),
            span("second").under("client").of("stock").kind(SpanKind.SERVER).at(50, 90));
    Traffic traffic = map.edges().get(new Edge(SHOP, STOCK));
    assertThat(traffic.calls()).isEqualTo(2);
    assertThat(traffic.errors()).isEqualTo(1);
  }

  @Test
  void databasesAndServersThatAreNotTracedAreKnownByTheirClients() {
    ServiceMap map =
        map(
            span("sql")
                .kind(SpanKind.CLIENT)
                .with("db.system.name", "postgresql")
                .with("db.namespace", "orders")
                .at(0, 1),
            span("http").kind(SpanKind.CLIENT).with("server.address", "pay.example").at(0, 1));
    assertThat(map.edges().keySet())
        .containsExactly(
            new Edge(SHOP, new Node(Kind.DATABASE, "postgresql", "orders")),
            new Edge(SHOP, new Node(Kind.REMOTE, "", "pay.example")));
  }

  @Test
  void servicesOfACloudAreKnownByNameWhereverTheyAnswer() {
    ServiceMap map =
        map(
            span("put")
                .kind(SpanKind.CLIENT)
                .with("db.system.name", "aws.dynamodb")
                .with("db.collection.name", "tickets")
                .with("rpc.method", "DynamoDB/PutItem")
                .with("server.address", "dynamodb.example")
                .at(0, 1),
            span("tell")
                .kind(SpanKind.CLIENT)
                .with("rpc.system.name", "aws-api")
                .with("rpc.method", "Kinesis/PutRecord")
                .with("server.address", "kinesis.example")
                .at(0, 1));
    assertThat(map.edges().keySet())
        .containsExactlyInAnyOrder(
            new Edge(SHOP, new Node(Kind.DATABASE, "aws.dynamodb", "tickets")),
            new Edge(SHOP, new Node(Kind.REMOTE, "aws-api", "Kinesis")));
  }

  @Test
  void messagesGoThroughTheirQueueAndWaitThere() {
    Trace trace =
        trace(
            message("send", SpanKind.PRODUCER).at(0, 1),
            message("process", SpanKind.CONSUMER).under("send").of("stock").at(41, 50));
    Node queue = new Node(Kind.QUEUE, "jms", "orders");
    ServiceMap map = ServiceMap.of(List.of(trace));
    assertThat(map.edges()).containsOnlyKeys(new Edge(SHOP, queue), new Edge(queue, STOCK));
    assertThat(map.edges().get(new Edge(queue, STOCK)).waits().percentile(0.5))
        .isBetween(38 * Nanos.MILLI, 42 * Nanos.MILLI);
  }

  @Test
  void messagesThatAreLinkedWaitToo() {
    Span send = message("send", SpanKind.PRODUCER).at(0, 1).build();
    SpanLink link = new SpanLink("t", "send", Attributes.empty(), 0);
    Span process =
        message("process", SpanKind.CONSUMER).of("stock").at(41, 50).build().toBuilder()
            .links(List.of(link))
            .build();
    ServiceMap map = ServiceMap.of(List.of(Traces.assembleOne(List.of(send, process), 0)));
    Edge received = new Edge(new Node(Kind.QUEUE, "jms", "orders"), STOCK);
    assertThat(map.edges().get(received).waits().count()).isEqualTo(1);
  }

  @Test
  void aMessageThatIsReceivedAndThenProcessedCountsOnce() {
    ServiceMap map =
        map(
            message("receive", SpanKind.CLIENT)
                .with("messaging.operation.type", "receive")
                .at(0, 5),
            message("process", SpanKind.CONSUMER).under("receive").at(1, 4));
    assertThat(map.edges().values()).extracting(Traffic::calls).containsExactly(1L);
  }

  private static Draft message(String id, SpanKind kind) {
    return span(id)
        .kind(kind)
        .with("messaging.system", "jms")
        .with("messaging.destination.name", "orders");
  }

  private static ServiceMap map(Draft... spans) {
    return ServiceMap.of(List.of(trace(spans)));
  }
}
