// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.jaxrs.app.Asking;
import dev.clew.jaxrs.app.ContractServlet;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.ServerEndpoints;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the contract does not ask of servlets. */
abstract class ServletRequests {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private URI base;

  abstract URI start() throws Exception;

  abstract void stop() throws Exception;

  @AfterEach
  void stopIfStarted() throws Exception {
    if (base != null) {
      base = null;
      stop();
    }
  }

  @Test
  void isOneSpanOverSeveralAsynchronousCycles() throws Exception {
    assertThat(ask(ContractServlet.ASYNC_TWICE)).isEqualTo("twice");

    FinishedSpan child = tracing.take("item");
    FinishedSpan server = tracing.takeOne();
    assertThat(child.isChildOf(server)).isTrue();
    assertThat(server.endNanos()).isGreaterThanOrEqualTo(child.endNanos());
    assertThat(server.text("http.route")).isEqualTo("/app" + ContractServlet.ASYNC_TWICE);
  }

  @Test
  void isOneSpanThoughDispatchedBeforeServletReturns() throws Exception {
    assertThat(ask(ContractServlet.ASYNC_EARLY)).isEqualTo("early");

    FinishedSpan child = tracing.take("item");
    FinishedSpan server = tracing.takeOne();
    assertThat(child.isChildOf(server)).isTrue();
    assertThat(server.endNanos()).isGreaterThanOrEqualTo(child.endNanos());
  }

  @Test
  void takesAnswerOfListenerToTimeOut() throws Exception {
    ask(ContractServlet.ASYNC_TIMEOUT_ANSWERED);

    FinishedSpan server = tracing.takeOne();
    assertThat(server.attributes()).containsEntry("http.response.status_code", 202L);
    assertThat(server.status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void optionsThatCannotBeUsedAreReportedBeforeTheFirstRequest() throws Exception {
    tracing.configure(
        Map.of("otel.instrumentation.sse.enabled", "perhaps", "clew.http.server.skip", "("));

    base();

    assertThat(tracing.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("'perhaps'"))
        .anyMatch(problem -> problem.contains("'('"));
  }

  @Test
  void endsWhenUndeployedBeforeAnswer() throws Exception {
    URI running = base();
    Asking.getLater(running, ContractServlet.ASYNC_NEVER);
    ContractServlet.awaitNever();
    stopIfStarted();

    FinishedSpan server = tracing.takeOne();
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
    assertThat(server.text("error.type")).isEqualTo("java.util.concurrent.CancellationException");
  }

  @Test
  void seesThroughWhatServletsMustWrapExceptionsIn() throws Exception {
    assertThat(Asking.get(base(), ContractServlet.WRAPPED_EXCEPTION).statusCode()).isEqualTo(500);

    FinishedSpan server = tracing.takeOne();
    assertThat(server.text("error.type")).isEqualTo(ServerEndpoints.PlannedFailure.class.getName());
    assertThat(server.attributes()).containsEntry("http.response.status_code", 500L);
  }

  @Test
  void recordsStatusThatWasSentBeforeException() throws Exception {
    Asking.getLater(base(), ContractServlet.LATE_EXCEPTION).handle((answer, cut) -> 0).get();

    FinishedSpan server = tracing.takeOne();
    assertThat(server.attributes()).containsEntry("http.response.status_code", 200L);
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void passesRequestOnUnwrapped() throws Exception {
    assertThat(ask(ContractServlet.SEEN)).doesNotContain("clew").doesNotContain("Wrapper");

    tracing.take(SpanKind.SERVER);
  }

  final String ask(String path) throws Exception {
    return Asking.get(base(), path).body();
  }

  final URI base() throws Exception {
    if (base == null) {
      base = start();
    }
    return base;
  }
}
