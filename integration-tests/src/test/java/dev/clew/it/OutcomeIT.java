// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Http;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.StatusCode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What became of a request, its span says; and the caller sees what it would see without. */
@Shows(Capability.REST)
class OutcomeIT extends FrontAndBack {

  @Test
  void serverErrorIsAnError() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/orders/7/status/503");

    assertThat(answer.statusCode()).isEqualTo(503);
    FinishedSpan server = takeTrace(1).span("GET /front/api/orders/{id}/status/{status}");
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
    assertThat(server.text("error.type")).isEqualTo("503");
    assertThat(server.text("http.response.status_code")).isEqualTo("503");
  }

  @Test
  void callersMistakeIsNotTheServersError() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/orders/7/status/404");

    assertThat(answer.statusCode()).isEqualTo(404);
    FinishedSpan server = takeTrace(1).span("GET /front/api/orders/{id}/status/{status}");
    assertThat(server.status()).isEqualTo(StatusCode.UNSET);
    assertThat(server.text("http.response.status_code")).isEqualTo("404");
  }

  @Test
  void unknownPathHasNoRouteAndKeepsTheNameShort() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/nothing/here");

    assertThat(answer.statusCode()).isEqualTo(404);
    FinishedSpan server = takeTrace(1).spans().get(0).span();
    assertThat(server.name()).doesNotContain("nothing");
    assertThat(server.text("url.path")).isEqualTo("/front/api/nothing/here");
  }

  @Test
  void exceptionIsRecordedWhereItWasThrownAndOnTheRequest() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/orders/7/failure");

    assertThat(answer.statusCode()).isEqualTo(500);
    ReceivedTrace trace = takeTrace(2);
    FinishedSpan step = trace.span("dev.clew.it.app.Steps.fail");
    assertThat(step.status()).isEqualTo(StatusCode.ERROR);
    assertThat(step.text("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(step.events()).hasSize(1);
    FinishedSpan server = trace.span("GET /front/api/orders/{id}/failure");
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
    assertThat(server.text("http.response.status_code")).isEqualTo("500");
  }

  @Test
  @Shows(Capability.REST_ASYNC)
  void failureOfASuspendedResponseIsAnError() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/orders/7/async-failure");

    assertThat(answer.statusCode()).isEqualTo(500);
    FinishedSpan server = takeTrace(1).span("GET /front/api/orders/{id}/async-failure");
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
    assertThat(server.text("http.response.status_code")).isEqualTo("500");
  }

  @Test
  @Shows(Capability.CLIENT_ASYNC)
  void asynchronousCallThatNobodyTakesIsAnError() throws Exception {
    assertThat(Http.get("/front/api/later/nobody").body()).isEqualTo("ProcessingException");

    ReceivedTrace trace = takeTrace(2);
    FinishedSpan call = trace.span("GET");
    assertThat(call.isChildOf(trace.span("GET /front/api/later/nobody"))).isTrue();
    assertThat(call.status()).isEqualTo(StatusCode.ERROR);
  }
}
