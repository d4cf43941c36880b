// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.async.AsyncResource;
import dev.clew.it.app.async.Order;
import dev.clew.it.app.async.Worker;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that is left to another thread stays in the trace of whoever left it. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.EXECUTORS)
class OtherThreadsIT {

  private static final String WAIT_TIME = "clew.task.wait_time";

  @Deployment(testable = false)
  public static WebArchive threads() {
    return Wars.traced("threads", Api.class, AsyncResource.class, Order.class, Worker.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"executor", "stage", "failure", "cancelled", "scheduler", "thread"})
  void workIsAChildOfTheRequestAndSaysHowLongItWaited(String way) throws Exception {
    assertWorkIsAChildOfTheRequest(way);
  }

  @Test
  @Shows(Capability.CONTEXTUAL)
  void workOfAContextualProxyIs() throws Exception {
    assertWorkIsAChildOfTheRequest("proxy");
  }

  @Test
  @Shows(Capability.ASYNCHRONOUS)
  void asynchronousMethodsWorkIs() throws Exception {
    assertWorkIsAChildOfTheRequest("asynchronous");
  }

  @Test
  @Shows(Capability.ASYNC_EVENTS)
  void observersOfAnAsynchronousEventAre() throws Exception {
    assertWorkIsAChildOfTheRequest("event");
  }

  private static void assertWorkIsAChildOfTheRequest(String way) throws Exception {
    assertThat(Http.get("/threads/api/async/" + way).body()).isEqualTo("done");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(2);
    FinishedSpan work = trace.span("work");
    assertThat(work.isChildOf(trace.span("GET /threads/api/async/" + way))).isTrue();
    assertThat(work.attributes().get(WAIT_TIME)).isInstanceOf(Double.class);
  }

  @Test
  void runsOfAPeriodicTaskAreOfNoRequestThatIsOver() throws Exception {
    assertThat(Http.get("/threads/api/async/periodic").body()).isEqualTo("done");

    ReceivedTrace request = OtlpReceiver.shared().takeTrace(2);
    ReceivedTrace later = OtlpReceiver.shared().takeTrace(1);
    assertThat(request.tree())
        .isEqualToNormalizingNewlines(
            """
            threads: GET /threads/api/async/periodic (server)
              threads: work (internal)
            """);
    assertThat(later.tree()).isEqualToNormalizingNewlines("threads: work (internal)\n");
    assertThat(later.span("work").isRoot()).isTrue();
    assertThat(later.span("work").links())
        .extracting(FinishedSpan.Link::traceId)
        .containsExactly(request.id());
  }
}
