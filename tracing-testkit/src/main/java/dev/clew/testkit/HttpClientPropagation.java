// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The part of {@link HttpClientContract} about who is whose child. */
abstract class HttpClientPropagation extends HttpClientFixture {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT_ID = "b7ad6b7169203331";

  @Test
  void startsTraceWhereNothingIsCurrent() throws Exception {
    get("/hello");

    assertThat(clientSpan().isRoot()).isTrue();
  }

  @Test
  void tellsServerItsOwnId() throws Exception {
    get("/hello");

    assertThat(server.only().header("traceparent")).isEqualTo(traceparent(clientSpan()));
  }

  @Test
  void isChildOfWhatIsCurrent() throws Exception {
    inSpan("parent", () -> get("/hello"));

    FinishedSpan client = clientSpan();
    assertThat(client.isChildOf(tracing.take("parent"))).isTrue();
    assertThat(server.only().header("traceparent")).isEqualTo(traceparent(client));
  }

  @Test
  void tellsServerThatNothingIsRecorded() throws Exception {
    withParent(TraceFlags.getDefault(), TraceState.getDefault(), () -> get("/hello"));

    assertThat(server.only().header("traceparent")).startsWith("00-" + TRACE_ID).endsWith("-00");
  }

  @Test
  void handsOnTraceState() throws Exception {
    TraceState state = TraceState.builder().put("a", "1").build();
    withParent(TraceFlags.getSampled(), state, () -> get("/hello"));

    assertThat(server.only().header("tracestate")).isEqualTo("a=1");
    assertThat(tracing.takeOne().traceState()).isEqualTo("a=1");
  }

  @Test
  void handsOnBaggage() throws Exception {
    Baggage baggage = Baggage.builder().put("key", "value").build();
    Context.current().with(baggage).wrap(() -> get("/hello")).call();

    assertThat(server.only().header("baggage")).isEqualTo("key=value");
    clientSpan();
  }

  @Test
  void replacesHeaderThatIsThereAlready() throws Exception {
    String stale = "00-" + TRACE_ID + "-" + PARENT_ID + "-01";
    call(ClientCall.of("GET", server.uri("/hello")).with("traceparent", stale));

    assertThat(server.only().header("traceparent")).isEqualTo(traceparent(clientSpan()));
  }

  @Test
  void writesHeadersOfConfiguredPropagators() throws Exception {
    configure("otel.propagators", "b3");
    get("/hello");

    FinishedSpan span = clientSpan();
    assertThat(server.only().header("b3")).startsWith(span.traceId() + "-" + span.spanId());
    assertThat(server.only().header("traceparent")).isNull();
  }

  @Test
  void leavesWhatIsCurrentAsItWas() throws Exception {
    Context before = Context.current();
    get("/hello");

    assertThat(Context.current()).isSameAs(before);
    clientSpan();
  }

  @Test
  void doesNotMixConcurrentCalls() throws Exception {
    int calls = 32;
    callConcurrently(calls);

    List<FinishedSpan> spans = tracing.takeAll(2 * calls);
    for (int i = 0; i < calls; i++) {
      String name = "call-" + i;
      FinishedSpan parent = spans.stream().filter(s -> s.name().equals(name)).findAny().get();
      FinishedSpan client = spans.stream().filter(s -> s.isChildOf(parent)).findAny().get();
      assertThat(client.text("url.full")).endsWith("/" + name);
      assertThat(server.received())
          .filteredOn(request -> request.path().endsWith("/" + name))
          .extracting(request -> request.header("traceparent"))
          .containsExactly(traceparent(client));
    }
  }

  private void callConcurrently(int calls) throws Exception {
    get("/hello");
    clientSpan();
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        String name = "call-" + i;
        answers.add(callers.submit(() -> inSpan(name, () -> get("/" + name))));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  final <T> T inSpan(String name, Callable<T> action) throws Exception {
    Span span = tracing.tracer().spanBuilder(name).startSpan();
    try {
      return Context.current().with(span).wrap(action).call();
    } finally {
      span.end();
    }
  }

  private static void withParent(TraceFlags flags, TraceState state, Callable<?> action)
      throws Exception {
    SpanContext parent = SpanContext.createFromRemoteParent(TRACE_ID, PARENT_ID, flags, state);
    Context.current().with(Span.wrap(parent)).wrap(action).call();
  }
}
