// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.ejb.Basket;
import dev.clew.it.app.ejb.Clerk;
import dev.clew.it.app.ejb.EjbResource;
import dev.clew.it.app.ejb.Ledger;
import dev.clew.it.app.ejb.LedgerBean;
import dev.clew.it.app.ejb.Registry;
import dev.clew.it.app.ejb.Timers;
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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code @Traced} enterprise beans of each kind: one span a call, whichever way it comes. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.EJB)
class EnterpriseBeansIT {

  private static final String APP = "dev.clew.it.app.ejb.";

  private static final Class<?>[] CLASSES = {
    Api.class,
    EjbResource.class,
    Ledger.class,
    LedgerBean.class,
    Clerk.class,
    Basket.class,
    Registry.class,
    Timers.class
  };

  @Deployment(name = "beans", testable = false)
  public static WebArchive beans() {
    return Wars.traced("beans", CLASSES);
  }

  @Deployment(name = "quiet", testable = false)
  public static WebArchive withoutTimers() {
    return Wars.traced("quiet", Map.of("clew.timers.enabled", "false"), CLASSES);
  }

  @Test
  void callThroughAnInterfaceIsAsTheMethodOfTheBeanSays() throws Exception {
    assertThat(call("interface")).isEqualTo("booked 7");

    ReceivedTrace trace = takeTrace(2);
    FinishedSpan call = trace.span("book an entry");
    assertThat(call.isChildOf(trace.span("GET /beans/api/ejb/interface"))).isTrue();
    assertThat(call.text("app.entry")).isEqualTo("7");
    assertThat(call.text("code.function.name")).isEqualTo(APP + "LedgerBean.book");
  }

  @Test
  void callsThroughTheClassAreOneSpanEach() throws Exception {
    assertThat(call("class")).isEqualTo("filed 7, filed 8");

    assertThat(takeTrace(3).tree())
        .isEqualToNormalizingNewlines(
            """
            beans: GET /beans/api/ejb/class (server)
              beans: dev.clew.it.app.ejb.Clerk.file (internal)
              beans: dev.clew.it.app.ejb.Clerk.file (internal)
            """);
  }

  @Test
  void callsOfStatefulBeansAreOneSpanEach() throws Exception {
    assertThat(call("stateful")).isEqualTo("4");

    assertThat(takeTrace(4).tree())
        .isEqualToNormalizingNewlines(
            """
            beans: GET /beans/api/ejb/stateful (server)
              beans: dev.clew.it.app.ejb.Basket.add (internal)
              beans: dev.clew.it.app.ejb.Basket.add (internal)
              beans: dev.clew.it.app.ejb.Basket.checkOut (internal)
            """);
  }

  @Test
  void singletonsConstructionBelongsToItsFirstCall() throws Exception {
    assertThat(call("singleton")).isEqualTo("1");

    assertThat(takeTrace(3).tree())
        .isEqualToNormalizingNewlines(
            """
            beans: GET /beans/api/ejb/singleton (server)
              beans: dev.clew.it.app.ejb.Registry.open (internal)
              beans: dev.clew.it.app.ejb.Registry.count (internal)
            """);
  }

  @Test
  void exceptionIsRecordedOnceThoughTheContainerWrapsIt() throws Exception {
    Http.get("/beans/api/ejb/failure");

    ReceivedTrace trace = takeTrace(2);
    FinishedSpan call = trace.span(APP + "Clerk.refuse");
    assertThat(call.status()).isEqualTo(StatusCode.ERROR);
    assertThat(call.statusMessage()).isEqualTo("the clerk refuses");
    assertThat(call.events()).singleElement().extracting("name").isEqualTo("exception");
    FinishedSpan request = trace.span("GET /beans/api/ejb/failure");
    assertThat(request.status()).isEqualTo(StatusCode.ERROR);
    assertThat(request.events()).isEmpty();
  }

  @Test
  void spanEndsWithTheStageThatACallHasReturned() throws Exception {
    assertThat(call("stage")).isEqualTo("same stage: true");

    ReceivedTrace trace = takeTrace(2);
    assertThat(trace.span("promise").isChildOf(trace.span("GET /beans/api/ejb/stage"))).isTrue();
  }

  @Test
  @Shows(Capability.EJB_ASYNC)
  void answerOfAnAsynchronousMethodIsRecorded() throws Exception {
    assertThat(call("asynchronous")).isEqualTo("answer to 7");

    ReceivedTrace trace = takeTrace(2);
    FinishedSpan run = trace.span(APP + "Clerk.answerLater");
    assertThat(run.isChildOf(trace.span("GET /beans/api/ejb/asynchronous"))).isTrue();
    assertThat(run.text("app.answer")).isEqualTo("answer to 7");
  }

  @Test
  @Shows(Capability.TIMERS)
  void runOfATimerIsATraceOfItsOwn() throws Exception {
    assertThat(call("timer")).isEqualTo("started");

    ReceivedTrace run = takeTrace(2);
    assertThat(takeTrace(1).spans()).hasSize(1);
    assertThat(run.tree())
        .isEqualToNormalizingNewlines(
            """
            beans: Timers.run (internal)
              beans: dev.clew.it.app.ejb.Clerk.file (internal)
            """);
    FinishedSpan root = run.span("Timers.run");
    assertThat(root.isRoot()).isTrue();
    assertThat(root.links()).isEmpty();
    assertThat(root.text("code.function.name")).isEqualTo(APP + "Timers.run");
  }

  @Test
  @Shows(Capability.TIMERS)
  void methodOfATimerThatSomebodyCallsIsNoRun() throws Exception {
    assertThat(call("called-timer")).isEqualTo("called");

    assertThat(takeTrace(1).spans()).hasSize(1);
  }

  @Test
  @Shows(Capability.TIMERS)
  void timersCanBeLeftOut() throws Exception {
    Http.get("/quiet/api/ejb/timer");

    assertThat(takeTrace(1).tree() + takeTrace(1).tree())
        .contains("quiet: GET /quiet/api/ejb/timer (server)")
        .contains("quiet: dev.clew.it.app.ejb.Clerk.file (internal)")
        .doesNotContain("Timers.run");
  }

  private static String call(String way) throws Exception {
    return Http.get("/beans/api/ejb/" + way).body();
  }

  private static ReceivedTrace takeTrace(int spans) {
    return OtlpReceiver.shared().takeTrace(spans);
  }
}
