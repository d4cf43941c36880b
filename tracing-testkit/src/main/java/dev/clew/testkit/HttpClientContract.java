// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import org.junit.jupiter.api.Test;

/**
 * How every HTTP client adapter behaves. An adapter's test extends this, sends what it is told over
 * real sockets, and declares what the client can do. Whoever is asked is not traced.
 *
 * <p>Beside what the methods say, each test fails on a span that is not finished, finished twice,
 * orphaned or too many, and on a scope that is left open on any thread: see {@link
 * TracingExtension}.
 */
public abstract class HttpClientContract extends HttpClientOutcome {

  /** For subclasses. */
  protected HttpClientContract() {}

  @Test
  void sendsThoughTracingThrows() throws Exception {
    withEachBrokenTracing(
        () -> {
          assertThat(get("/hello")).isEqualTo(200);
          assertThat(get("/status/503")).isEqualTo(503);
        });
  }

  @Test
  void failsTheSameThoughTracingThrows() throws Exception {
    URI nowhere = closedPort();
    Class<?> failure = failureOf(nowhere).getClass();
    clientSpan();

    withEachBrokenTracing(() -> assertThat(failureOf(nowhere)).isExactlyInstanceOf(failure));
  }

  @Test
  void answersLaterThoughTracingThrows() throws Exception {
    require(HttpClientCapability.ASYNC);

    withEachBrokenTracing(
        () ->
            assertThat(callLater(ClientCall.of("GET", server.uri("/hello"))).get()).isEqualTo(200));
  }

  private void withEachBrokenTracing(QuietLog.Action action) throws Exception {
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      restartClient();
      tracing.use(broken);
      QuietLog.during(action);
    }
  }
}
