// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Http;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request goes through two applications, and its spans are one tree. */
@Shows(Capability.REST)
class CallChainIT extends FrontAndBack {

  @Test
  @Shows({Capability.MP_REST_CLIENT, Capability.TRACED})
  void restClientCallsAreOneTrace() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/orders/7");

    ReceivedTrace trace = takeTrace(5);
    assertThat(answer.body()).isEqualTo("item 7 for null");
    assertThat(trace.tree())
        .isEqualToNormalizingNewlines(
            """
            front: GET /front/api/orders/{id} (server)
              front: dev.clew.it.app.Steps.askByRestClient (internal)
                front: GET /items/{id} (client)
                  back: GET /back/api/items/{id} (server)
                    back: find on shelf (internal)
            """);
    assertThat(trace.span("dev.clew.it.app.Steps.askByRestClient").text("app.id")).isEqualTo("7");
    assertThat(trace.span("GET /back/api/items/{id}").hasRemoteParent()).isTrue();
  }

  @Test
  @Shows({Capability.REST_CLIENT, Capability.TRACED})
  void jaxrsClientCallsAreOneTrace() throws Exception {
    Http.get("/front/api/orders/7/by-client");

    assertThat(takeTrace(5).tree())
        .isEqualToNormalizingNewlines(
            """
            front: GET /front/api/orders/{id}/by-client (server)
              front: dev.clew.it.app.Steps.askByClient (internal)
                front: GET (client)
                  back: GET /back/api/items/{id} (server)
                    back: find on shelf (internal)
            """);
  }

  @ParameterizedTest
  @CsvSource({"rest-client, GET /items/{id}", "rx, GET", "future, GET"})
  @Shows(Capability.CLIENT_ASYNC)
  void asynchronousCallsAreOneTrace(String way, String call) throws Exception {
    assertThat(Http.get("/front/api/later/" + way).body()).isEqualTo("item 7 for null");

    assertThat(takeTrace(4).tree())
        .isEqualToNormalizingNewlines(
            """
            front: GET /front/api/later/%s (server)
              front: %s (client)
                back: GET /back/api/items/{id} (server)
                  back: find on shelf (internal)
            """
                .formatted(way, call));
  }

  @Test
  void serverSpanSaysWhatWasAsked() throws Exception {
    Http.get("/back/api/items/7?secret=1");

    FinishedSpan server = takeTrace(2).span("GET /back/api/items/{id}");
    assertThat(server.attributes())
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("http.route", "/back/api/items/{id}")
        .containsEntry("url.path", "/back/api/items/7")
        .containsEntry("url.scheme", "http")
        .containsEntry("server.address", "127.0.0.1");
    assertThat(server.text("url.query")).doesNotContain("1");
  }

  @Test
  @Shows(Capability.REST_ASYNC)
  void suspendedResponseEndsTheSpanWhenItIsResumed() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/orders/7/async");

    ReceivedTrace trace = takeTrace(2);
    assertThat(answer.body()).isEqualTo("counted 7");
    assertSteps(trace, "GET /front/api/orders/{id}/async");
  }

  @Test
  @Shows(Capability.REST_ASYNC)
  void completionStageEndsTheSpanWhenItCompletes() throws Exception {
    HttpResponse<String> answer = Http.get("/front/api/orders/7/stage");

    ReceivedTrace trace = takeTrace(2);
    assertThat(answer.body()).isEqualTo("counted 7");
    assertSteps(trace, "GET /front/api/orders/{id}/stage");
  }

  private static void assertSteps(ReceivedTrace trace, String server) {
    FinishedSpan request = trace.span(server);
    FinishedSpan step = trace.span("dev.clew.it.app.Steps.count");
    assertThat(step.isChildOf(request)).isTrue();
    assertThat(step.text("app.answer")).isEqualTo("counted 7");
    assertThat(request.endNanos()).isGreaterThanOrEqualTo(step.endNanos());
  }
}
