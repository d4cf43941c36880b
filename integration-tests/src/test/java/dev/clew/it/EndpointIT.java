// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.EndpointResource;
import dev.clew.it.app.NowhereClient;
import dev.clew.it.app.Refused;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedSpan;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traced resource methods have one span; calls of nobody end in time. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.REST)
class EndpointIT {

  @Deployment(testable = false)
  public static WebArchive endpoints() {
    return Wars.traced(
        "endpoints", Api.class, EndpointResource.class, Refused.class, NowhereClient.class);
  }

  @Test
  void tracedResourceMethodIsTheServerSpan() throws Exception {
    HttpResponse<String> answer = Http.get("/endpoints/api/endpoints/named/7");

    assertThat(answer.body()).isEqualTo("named 7");
    FinishedSpan server = onlySpan();
    assertThat(server.name()).isEqualTo("look up");
    assertThat(server.attributes())
        .containsEntry("app.id", "7")
        .containsEntry("app.answer", "named 7")
        .containsEntry("http.route", "/endpoints/api/endpoints/named/{id}");
  }

  @Test
  void stageOfATracedResourceMethodIsTheServerSpans() throws Exception {
    HttpResponse<String> answer = Http.get("/endpoints/api/endpoints/stage");

    assertThat(answer.body()).isEqualTo("staged");
    assertThat(onlySpan().name()).isEqualTo("GET /endpoints/api/endpoints/stage");
  }

  @Test
  void exceptionOfATracedResourceMethodIsOnTheServerSpanOnce() throws Exception {
    HttpResponse<String> answer = Http.get("/endpoints/api/endpoints/failure");

    assertThat(answer.statusCode()).isEqualTo(500);
    FinishedSpan server = onlySpan();
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
    assertThat(server.events()).hasSize(1);
  }

  @ParameterizedTest
  @Shows(Capability.MP_REST_CLIENT_REFUSED)
  @ValueSource(strings = {"field", "constructor"})
  void connectionRefusedToAnInjectedClientEndsItsSpanInTime(String way) throws Exception {
    HttpResponse<String> answer = Http.get("/endpoints/api/endpoints/by-" + way);

    assertThat(answer.body()).startsWith("jakarta.ws.rs.ProcessingException by ");
    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(3);
    FinishedSpan caller = trace.span("by " + way);
    FinishedSpan sent =
        trace.spans().stream()
            .map(ReceivedSpan::span)
            .filter(span -> span.kind() == SpanKind.CLIENT)
            .findFirst()
            .orElseThrow();
    assertThat(trace.spans()).hasSize(3);
    assertThat(sent.isChildOf(caller)).isTrue();
    assertThat(sent.status()).isEqualTo(StatusCode.ERROR);
    assertThat(sent.text("error.type")).isEqualTo("jakarta.ws.rs.ProcessingException");
    assertThat(sent.endNanos()).isLessThanOrEqualTo(caller.endNanos());
    assertThat(caller.status()).isEqualTo(StatusCode.UNSET);
  }

  private static FinishedSpan onlySpan() {
    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(1);
    assertThat(trace.spans()).hasSize(1);
    FinishedSpan server = trace.spans().get(0).span();
    assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
    return server;
  }
}
