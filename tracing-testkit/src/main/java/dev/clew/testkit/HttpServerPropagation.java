// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The part of {@link HttpServerContract} about who is whose child. */
abstract class HttpServerPropagation extends HttpServerFixture {

  @Test
  void startsTraceWhereCallerSendsNone() throws Exception {
    FinishedSpan span = spanOf(ServerEndpoints.HELLO);

    assertThat(span.isRoot()).isTrue();
  }

  @Test
  void continuesTraceOfCaller() throws Exception {
    FinishedSpan span = spanOf(ServerEndpoints.HELLO, "traceparent", SAMPLED);

    assertThat(span.traceId()).isEqualTo(TRACE_ID);
    assertThat(span.parentSpanId()).isEqualTo(CALLER_ID);
    assertThat(span.hasRemoteParent()).isTrue();
  }

  @Test
  void keepsTraceStateOfCaller() throws Exception {
    FinishedSpan span =
        spanOf(ServerEndpoints.HELLO, "traceparent", SAMPLED, "tracestate", "a=1,b=2");

    assertThat(span.traceState()).isEqualTo("a=1,b=2");
  }

  @Test
  void joinsRepeatedTraceStateHeaders() throws Exception {
    FinishedSpan span =
        spanOf(
            ServerEndpoints.HELLO,
            "traceparent",
            SAMPLED,
            "tracestate",
            "a=1",
            "tracestate",
            "b=2");

    assertThat(span.traceState()).isEqualTo("a=1,b=2");
  }

  @Test
  void recordsNothingForUnsampledCaller() throws Exception {
    assertThat(get(item("1"), "traceparent", UNSAMPLED).body()).isEqualTo("1");
  }

  @Test
  void startsTraceWhereCallerSendsNonsense() throws Exception {
    FinishedSpan span = spanOf(ServerEndpoints.HELLO, "traceparent", "00-zzz-1-01");

    assertThat(span.isRoot()).isTrue();
  }

  @Test
  void startsTraceWhereCallerSendsTwoParents() throws Exception {
    FinishedSpan span =
        spanOf(
            ServerEndpoints.HELLO,
            "traceparent",
            SAMPLED,
            "traceparent",
            "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203332-01");

    assertThat(span.isRoot()).isTrue();
  }

  @Test
  void readsHeadersOfConfiguredPropagators() throws Exception {
    configure("otel.propagators", "b3");

    FinishedSpan span = spanOf(ServerEndpoints.HELLO, "b3", TRACE_ID + "-" + CALLER_ID + "-1");

    assertThat(span.parentSpanId()).isEqualTo(CALLER_ID);
  }

  @Test
  void givesBaggageToHandler() throws Exception {
    assertThat(get(ServerEndpoints.BAGGAGE, "baggage", "key=value").body()).isEqualTo("value");

    serverSpan();
  }

  @Test
  void keepsBaggageFromNextRequest() throws Exception {
    get(ServerEndpoints.BAGGAGE, "baggage", "key=value");
    assertThat(get(ServerEndpoints.BAGGAGE).body()).isEqualTo("none");

    tracing.takeAll(2);
  }

  @Test
  void isParentOfWhatHandlerRecords() throws Exception {
    get(item("7"));

    FinishedSpan child = tracing.take("item");
    FinishedSpan server = serverSpan();
    assertThat(child.isChildOf(server)).isTrue();
    assertThat(child.hasRemoteParent()).isFalse();
  }

  @Test
  void endsAfterWhatHandlerRecords() throws Exception {
    get(item("7"));

    FinishedSpan child = tracing.take("item");
    FinishedSpan server = serverSpan();
    assertThat(server.startNanos()).isLessThanOrEqualTo(child.startNanos());
    assertThat(server.endNanos()).isGreaterThanOrEqualTo(child.endNanos());
  }

  @Test
  void leavesNothingForNextRequestOnTheSameConnection() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(spanOf(ServerEndpoints.HELLO).isRoot()).isTrue();
    }
  }

  @Test
  void doesNotMixConcurrentRequests() throws Exception {
    int requests = 64;
    base();
    askConcurrently(requests);

    List<FinishedSpan> spans = tracing.takeAll(2 * requests);
    for (FinishedSpan child : spans.stream().filter(s -> s.name().equals("item")).toList()) {
      FinishedSpan server = spans.stream().filter(child::isChildOf).findFirst().orElseThrow();
      assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
      assertThat(server.text("url.path")).endsWith("/" + child.text("test.item"));
      assertThat(server.traceId()).isEqualTo(traceId(child.text("test.item")));
    }
  }

  private void askConcurrently(int requests) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> answers = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        String id = Integer.toString(i);
        String parent = "00-" + traceId(id) + "-" + CALLER_ID + "-01";
        answers.add(callers.submit(() -> get(item(id), "traceparent", parent)));
      }
      for (Future<?> answer : answers) {
        answer.get();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static String traceId(String item) {
    return "%032x".formatted(Long.parseLong(item) + 1);
  }
}
