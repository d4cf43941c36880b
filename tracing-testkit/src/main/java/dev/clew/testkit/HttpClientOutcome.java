// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The part of {@link HttpClientContract} about how a call may end. */
abstract class HttpClientOutcome extends HttpClientDescription {

  @Test
  void takesClientErrorForError() throws Exception {
    assertThat(get("/status/404")).isEqualTo(404);

    assertError(clientSpan(), "404");
  }

  @Test
  void takesServerErrorForError() throws Exception {
    assertThat(get("/status/503")).isEqualTo(503);

    assertError(clientSpan(), "503");
  }

  @Test
  void takesNoContentForNoError() throws Exception {
    assertThat(get("/status/204")).isEqualTo(204);

    assertThat(clientSpan().status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void followsRedirectsInTheSameTrace() throws Exception {
    require(HttpClientCapability.FOLLOWS_REDIRECTS);
    assertThat(get("/redirect")).isEqualTo(200);

    FinishedSpan first = clientSpan();
    assertThat(first.text("url.full")).endsWith("/redirect");
    assertThat(server.received()).hasSize(2);
    if (capabilities().can(HttpClientCapability.SEES_REDIRECTS)) {
      FinishedSpan second = clientSpan();
      assertThat(second.attributes()).containsEntry("http.request.resend_count", 1L);
      assertThat(server.received().get(1).header("traceparent")).isEqualTo(traceparent(second));
    } else {
      assertThat(server.received().get(1).header("traceparent")).isEqualTo(traceparent(first));
    }
  }

  @Test
  void takesRedirectThatIsNotFollowedForNoError() throws Exception {
    assumeFalse(
        capabilities().can(HttpClientCapability.FOLLOWS_REDIRECTS), "the client follows them");
    assertThat(get("/redirect")).isEqualTo(302);

    assertThat(clientSpan().status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void recordsRefusedConnection() throws Exception {
    failureOf(closedPort());

    assertException(clientSpan());
  }

  @Test
  void recordsConnectionThatIsDropped() throws Exception {
    failureOf(server.uri("/drop"));

    assertException(clientSpan());
  }

  @Test
  void recordsTimeOut() throws Exception {
    require(HttpClientCapability.TIMEOUT);
    ClientCall silent = ClientCall.of("GET", server.uri("/silent")).within(Duration.ofMillis(200));
    assertThatThrownBy(() -> call(silent)).isInstanceOf(Exception.class);

    assertException(clientSpan());
  }

  @Test
  void endsWhenLaterAnswerIsThere() throws Exception {
    require(HttpClientCapability.ASYNC);
    CompletableFuture<Integer> answer =
        inSpan("parent", () -> callLater(ClientCall.of("GET", server.uri("/status/404"))));

    assertThat(answer.get()).isEqualTo(404);
    FinishedSpan client = clientSpan();
    assertError(client, "404");
    assertThat(client.isChildOf(tracing.take("parent"))).isTrue();
  }

  @Test
  void recordsLaterFailure() throws Exception {
    require(HttpClientCapability.ASYNC);
    CompletableFuture<Integer> answer = callLater(ClientCall.of("GET", closedPort()));

    assertThatThrownBy(answer::get).isInstanceOf(Exception.class);
    assertException(clientSpan());
  }

  @Test
  void endsWhenCancelled() throws Exception {
    require(HttpClientCapability.CANCEL);
    CompletableFuture<Integer> answer = callLater(ClientCall.of("GET", server.uri("/silent")));
    server.awaitRequest();
    answer.cancel(true);

    assertThat(clientSpan().status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void doesNotShowItselfToWhoeverWaitsForTheAnswer() throws Exception {
    require(HttpClientCapability.ASYNC);
    String seen =
        callLater(ClientCall.of("GET", server.uri("/hello")))
            .thenApply(status -> Span.current().getSpanContext().getSpanId())
            .get();

    assertThat(seen).isNotEqualTo(clientSpan().spanId());
  }

  private static void assertError(FinishedSpan span, String code) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.statusMessage()).isEmpty();
    assertThat(span.text("http.response.status_code")).isEqualTo(code);
    assertThat(span.text("error.type")).isEqualTo(code);
  }

  private static void assertException(FinishedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.text("error.type")).contains(".");
    assertThat(span.attributes()).doesNotContainKey("http.response.status_code");
    assertThat(span.events()).extracting(FinishedSpan.Event::name).containsExactly("exception");
  }
}
