// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.courier.Clerk;
import dev.clew.it.app.courier.Courier;
import dev.clew.it.app.courier.CourierResource;
import dev.clew.it.app.courier.PostOffice;
import dev.clew.it.app.courier.PostOfficeBean;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asynchronous methods of enterprise beans run in the trace of their caller, and of no other. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.EJB_ASYNC)
class AsynchronousBeansIT {

  private static final String PATH = "/api/courier/";

  @Deployment(testable = false)
  public static WebArchive courier() {
    return Wars.traced(
        "courier",
        Map.of("clew.http.server.skip", "/api/courier/quiet/.*"),
        Api.class,
        CourierResource.class,
        Courier.class,
        Clerk.class,
        PostOffice.class,
        PostOfficeBean.class);
  }

  @Test
  void runsAreChildrenOfTheCallerAndHaveItsBaggage() throws Exception {
    String answer = Http.get("/courier" + PATH + "deliver", "baggage", "user=ariadne").body();

    assertThat(answer).isEqualTo("7 for ariadne, 8 for ariadne");
    assertThat(OtlpReceiver.shared().takeTrace(3).tree())
        .isEqualToNormalizingNewlines(
            """
            courier: GET /courier/api/courier/deliver (server)
              courier: deliver (internal)
              courier: deliver (internal)
            """);
  }

  @Test
  void runsThroughAnInterfaceOfAnAsynchronousClassAre() throws Exception {
    assertThat(call("stamp")).isEqualTo("stamped 7");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    assertThat(trace.span("stamp").isChildOf(trace.span("GET /courier/api/courier/stamp")))
        .isTrue();
  }

  @Test
  void callersAtTheSameTimeAreToldApart() {
    String[] traceIds = {"0af7651916cd43dd8448eb211c80319a", "0af7651916cd43dd8448eb211c80319b"};
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> meet(traceIds[0])),
            CompletableFuture.runAsync(() -> meet(traceIds[1])))
        .join();

    for (String traceId : traceIds) {
      ReceivedTrace trace = OtlpReceiver.shared().takeTrace(traceId, 2);
      assertThat(trace.span("meet").isChildOf(trace.span("GET /courier/api/courier/meet")))
          .isTrue();
    }
  }

  @Test
  void whatIsThrownIsRecorded() throws Exception {
    assertThat(call("refuse")).isEqualTo("asked");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    FinishedSpan run = trace.span("refuse");
    assertThat(run.isChildOf(trace.span("GET /courier/api/courier/refuse"))).isTrue();
    assertThat(run.status()).isEqualTo(StatusCode.ERROR);
    assertThat(run.statusMessage()).isEqualTo("the courier refuses");
    assertThat(run.events()).singleElement().extracting("name").isEqualTo("exception");
  }

  @Test
  void whatAnUntracedMethodDoesLateIsInTheTrace() throws Exception {
    assertThat(call("later")).isEqualTo("left");
    assertThat(call("quiet/release")).isEqualTo("released");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    assertThat(trace.span("file").isChildOf(trace.span("GET /courier/api/courier/later"))).isTrue();
  }

  @Test
  void whatIsNotSampledStaysSo() throws Exception {
    String unsampled = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    assertThat(Http.get("/courier" + PATH + "deliver", "traceparent", unsampled).statusCode())
        .isEqualTo(200);
    assertThat(call("stamp")).isNotEmpty();
    assertThat(OtlpReceiver.shared().takeTrace(2).span("stamp").isRoot()).isFalse();
  }

  @Test
  void callOutsideOfSpansIsATraceOfItsOwnWhateverRanOnTheThread() throws Exception {
    assertThat(call("deliver")).isNotEmpty();
    ReceivedTrace before = OtlpReceiver.shared().takeTrace(3);

    for (int i = 0; i < 20; i++) {
      assertThat(call("quiet/deliver")).isEqualTo("7 for null");
      ReceivedTrace run = OtlpReceiver.shared().takeTrace(1);
      assertThat(run.id()).isNotEqualTo(before.id());
      assertThat(run.span("deliver").isRoot()).isTrue();
    }
  }

  @Test
  void callOfAThreadThatASpanHasSeenStartedIsATraceOfItsOwn() throws Exception {
    assertThat(call("start")).isEqualTo("started");
    ReceivedTrace start = OtlpReceiver.shared().takeTrace(1);

    assertThat(call("quiet/thread")).isEqualTo("7 for null");
    ReceivedTrace run = OtlpReceiver.shared().takeTrace(1);
    assertThat(run.id()).isNotEqualTo(start.id());
    assertThat(run.span("deliver").isRoot()).isTrue();
  }

  private static String call(String way) throws Exception {
    return Http.get("/courier" + PATH + way).body();
  }

  private static void meet(String traceId) {
    try {
      Http.get("/courier" + PATH + "meet", "traceparent", "00-" + traceId + "-b7ad6b7169203331-01");
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
