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

/** What comes in with a request goes on with it. */
@Shows(Capability.REST)
class PropagationIT extends FrontAndBack {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";

  @Test
  void callersTraceGoesOn() throws Exception {
    Http.get("/front/api/orders/7", "traceparent", "00-" + TRACE + "-" + CALLER + "-01");

    FinishedSpan server = takeTrace(TRACE, 5).span("GET /front/api/orders/{id}");
    assertThat(server.parentSpanId()).isEqualTo(CALLER);
    assertThat(server.hasRemoteParent()).isTrue();
  }

  @Test
  void callersTraceStateGoesOn() throws Exception {
    Http.get(
        "/front/api/orders/7",
        "traceparent",
        "00-" + TRACE + "-" + CALLER + "-01",
        "tracestate",
        "vendor=value");

    ReceivedTrace trace = takeTrace(TRACE, 5);
    assertThat(trace.span("GET /back/api/items/{id}").traceState()).isEqualTo("vendor=value");
  }

  @Test
  void callersBaggageGoesOn() throws Exception {
    HttpResponse<String> here =
        Http.get("/front/api/orders/7/baggage", "baggage", "customer=Ariadne");
    HttpResponse<String> there = Http.get("/front/api/orders/7", "baggage", "customer=Ariadne");

    assertThat(here.body()).isEqualTo("Ariadne");
    assertThat(there.body()).isEqualTo("item 7 for Ariadne");
    takeTrace(5);
    takeTrace(1);
  }

  @Test
  void whatTheCallerDoesNotRecordIsNotRecorded() throws Exception {
    HttpResponse<String> unrecorded =
        Http.get("/front/api/orders/7", "traceparent", "00-" + TRACE + "-" + CALLER + "-00");
    assertThat(unrecorded.statusCode()).isEqualTo(200);

    // Sent after what came before it, so that nothing of the first request is still on its way.
    Http.get("/front/api/orders/8");
    assertThat(takeTrace(5).id()).isNotEqualTo(TRACE);
  }

  @Test
  void malformedHeadersStartANewTrace() throws Exception {
    HttpResponse<String> answer =
        Http.get("/front/api/orders/7", "traceparent", "00-" + TRACE + "-0000000000000000-01");

    assertThat(answer.statusCode()).isEqualTo(200);
    ReceivedTrace trace = takeTrace(5);
    assertThat(trace.id()).isNotEqualTo(TRACE);
    assertThat(trace.span("GET /front/api/orders/{id}").isRoot()).isTrue();
  }

  @Test
  @Shows(Capability.SERVLET)
  void probesAreLeftOut() throws Exception {
    HttpResponse<String> probe = Http.get("/front/health");
    assertThat(probe.body()).isEqualTo("up");

    Http.get("/front/api/orders/8");
    assertThat(takeTrace(5).span("GET /front/api/orders/{id}").isRoot()).isTrue();
  }
}
