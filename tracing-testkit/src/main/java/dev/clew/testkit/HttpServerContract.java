// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;

/**
 * How every HTTP server adapter behaves. An adapter's test extends this, serves the application of
 * {@link ServerEndpoints} over a real socket, and declares what the adapter can do. Whoever asks is
 * not traced.
 *
 * <p>Beside what the methods say, each test fails on a span that is not finished, finished twice,
 * orphaned or too many, and on a scope that is left open on any thread: see {@link
 * TracingExtension}.
 */
public abstract class HttpServerContract extends HttpServerOutcome {

  /** For subclasses. */
  protected HttpServerContract() {}

  @Test
  void servesThoughTracingThrows() throws Exception {
    withEachBrokenTracing(
        () -> {
          assertThat(get(ServerEndpoints.HELLO, "traceparent", SAMPLED).body())
              .isEqualTo(ServerEndpoints.HELLO_TEXT);
          assertThat(get(ServerEndpoints.UNAVAILABLE).statusCode()).isEqualTo(503);
        });
  }

  @Test
  void answersExceptionsTheSameThoughTracingThrows() throws Exception {
    require(HttpServerCapability.UNHANDLED_EXCEPTION);
    String answer = getOnce(ServerEndpoints.EXCEPTION);
    tracing.takeOne();

    withEachBrokenTracing(() -> assertThat(getOnce(ServerEndpoints.EXCEPTION)).isEqualTo(answer));
  }

  @Test
  void answersLaterThoughTracingThrows() throws Exception {
    require(HttpServerCapability.ASYNC);

    withEachBrokenTracing(() -> assertThat(get(ServerEndpoints.ASYNC).statusCode()).isEqualTo(200));
  }

  private void withEachBrokenTracing(QuietLog.Action action) throws Exception {
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      stop();
      tracing.use(broken);
      QuietLog.during(action);
    }
  }

  @Test
  void servesOthersAfterHeadersOfAMegabyte() throws Exception {
    tracing.ignoreOthers();
    String megabyte = "a".repeat(1 << 20);
    raw().send("GET", ServerEndpoints.HELLO, "traceparent: " + megabyte + "\r\n");
    raw().send("GET", ServerEndpoints.HELLO, "Forwarded: for=" + megabyte + "\r\n");

    assertThat(get(ServerEndpoints.HELLO).statusCode()).isEqualTo(200);
  }

  @Test
  void servesRequestsWithVeryManyBaggageMembers() throws Exception {
    StringBuilder baggage = new StringBuilder("k=v");
    for (int i = 0; i < 1000; i++) {
      baggage.append(",k").append(i).append("=v");
    }
    assertThat(raw().send("GET", ServerEndpoints.HELLO, "baggage: " + baggage + "\r\n"))
        .contains(" 200");

    serverSpan();
  }

  @Test
  void servesRequestsWithStrangeHeaders() throws Exception {
    configure("clew.http.server.forwarded", "any");
    String strange =
        "traceparent: 00-\u00e9\u00ff\r\n"
            + "tracestate: =,,;\"\\\r\n"
            + "Forwarded: for=\"[::1;;=,\\\r\n"
            + "X-Forwarded-For: \u00fc,,%0d%0a\r\n"
            + "User-Agent: \u00e9%0d%0aCLEW-9999\r\n";
    assertThat(raw().send("GET", ServerEndpoints.HELLO, strange)).contains(" 200");

    assertThat(serverSpan().isRoot()).isTrue();
  }
}
