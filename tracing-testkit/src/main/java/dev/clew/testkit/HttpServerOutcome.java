// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import org.junit.jupiter.api.Test;

/** The part of {@link HttpServerContract} about how a request may end. */
abstract class HttpServerOutcome extends HttpServerDescription {

  @Test
  void recordsRedirect() throws Exception {
    assertStatus(spanOf(ServerEndpoints.REDIRECT), 302, StatusCode.UNSET);
  }

  @Test
  void takesNotFoundForNoError() throws Exception {
    require(HttpServerCapability.NOT_FOUND);
    assertStatus(spanOf("/no/such/path"), 404, StatusCode.UNSET);
  }

  @Test
  void takesBadRequestForNoError() throws Exception {
    assertStatus(spanOf(ServerEndpoints.BAD), 400, StatusCode.UNSET);
  }

  @Test
  void takesServerErrorForError() throws Exception {
    FinishedSpan span = spanOf(ServerEndpoints.UNAVAILABLE);

    assertStatus(span, 503, StatusCode.ERROR);
    assertThat(span.text("error.type")).isEqualTo("503");
    assertThat(span.statusMessage()).isEmpty();
  }

  @Test
  void recordsExceptionOnce() throws Exception {
    require(HttpServerCapability.UNHANDLED_EXCEPTION);
    getOnce(ServerEndpoints.EXCEPTION);

    assertPlannedFailure(serverSpan());
  }

  @Test
  void takesMappedExceptionForItsAnswer() throws Exception {
    require(HttpServerCapability.MAPPED_EXCEPTION);

    FinishedSpan span = spanOf(ServerEndpoints.MAPPED);

    assertStatus(span, 409, StatusCode.UNSET);
    assertThat(span.events()).isEmpty();
  }

  @Test
  void endsWhenAsynchronousAnswerIsComplete() throws Exception {
    require(HttpServerCapability.ASYNC);
    get(ServerEndpoints.ASYNC);

    FinishedSpan child = tracing.take("item");
    FinishedSpan server = serverSpan();
    assertThat(child.isChildOf(server)).isTrue();
    assertThat(server.endNanos()).isGreaterThanOrEqualTo(child.endNanos());
    assertStatus(server, 200, StatusCode.UNSET);
  }

  @Test
  void recordsAsynchronousExceptionOnce() throws Exception {
    require(HttpServerCapability.ASYNC);
    require(HttpServerCapability.UNHANDLED_EXCEPTION);
    getOnce(ServerEndpoints.ASYNC_EXCEPTION);

    assertPlannedFailure(serverSpan());
  }

  @Test
  void takesTimeOutForError() throws Exception {
    require(HttpServerCapability.ASYNC_TIMEOUT);
    int status = get(ServerEndpoints.ASYNC_TIMEOUT).statusCode();

    assertStatus(serverSpan(), status, StatusCode.ERROR);
    assertThat(status).isGreaterThanOrEqualTo(500);
  }

  @Test
  void isOneSpanWithErrorPage() throws Exception {
    require(HttpServerCapability.ERROR_PAGE);

    assertStatus(spanOf(ServerEndpoints.ERROR_PAGE), 500, StatusCode.ERROR);
  }

  @Test
  void isOneSpanWithForward() throws Exception {
    require(HttpServerCapability.FORWARD);
    assertThat(get(ServerEndpoints.FORWARD).body()).isEqualTo(ServerEndpoints.HELLO_TEXT);

    FinishedSpan span = serverSpan();
    assertStatus(span, 200, StatusCode.UNSET);
    assertThat(span.text("url.path")).endsWith(ServerEndpoints.FORWARD);
  }

  @Test
  void isOneSpanWithInclude() throws Exception {
    require(HttpServerCapability.INCLUDE);
    assertThat(get(ServerEndpoints.INCLUDE).body()).contains(ServerEndpoints.HELLO_TEXT);

    FinishedSpan span = serverSpan();
    assertStatus(span, 200, StatusCode.UNSET);
    assertThat(span.text("url.path")).endsWith(ServerEndpoints.INCLUDE);
  }

  @Test
  void endsWhereClientHasGone() throws Exception {
    require(HttpServerCapability.CLIENT_ABORT);
    raw().sendAndAbort(ServerEndpoints.STREAM);

    assertThat(serverSpan().text("url.path")).endsWith(ServerEndpoints.STREAM);
  }

  private static void assertStatus(FinishedSpan span, int code, StatusCode status) {
    assertThat(span.attributes()).containsEntry("http.response.status_code", (long) code);
    assertThat(span.status()).isEqualTo(status);
    assertThat(span.attributes().containsKey("error.type")).isEqualTo(status == StatusCode.ERROR);
  }

  private static void assertPlannedFailure(FinishedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.text("error.type")).isEqualTo(ServerEndpoints.PlannedFailure.class.getName());
    assertThat(span.statusMessage()).isEqualTo("a planned failure");
    assertThat(span.events()).extracting(FinishedSpan.Event::name).containsExactly("exception");
    assertThat(span.text("http.response.status_code")).isIn(null, "500");
  }
}
