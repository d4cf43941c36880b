// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.Api;
import dev.clew.it.app.courier.LoggingCourier;
import dev.clew.it.app.courier.LoggingCourierResource;
import dev.clew.it.app.courier.PostOffice;
import dev.clew.it.app.courier.PostOfficeBean;
import dev.clew.it.harness.Http;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.OnlyOn;
import dev.clew.it.server.Shows;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WildFly takes contexts of asynchronous methods along in what its logs show of a thread. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@OnlyOn("wildfly")
@Shows(Capability.EJB_ASYNC)
class AsynchronousBeansLogsIT {

  private static final String PATH = "/api/courier/";

  private static final Class<?>[] CLASSES = {
    Api.class,
    LoggingCourier.class,
    LoggingCourierResource.class,
    PostOffice.class,
    PostOfficeBean.class
  };

  @Deployment(name = "courier", testable = false)
  public static WebArchive courier() {
    return Wars.traced(
        "courier", Map.of("clew.http.server.skip", "/api/courier/quiet/.*"), CLASSES);
  }

  @Deployment(name = "alone", testable = false)
  public static WebArchive withoutMdc() {
    return Wars.traced("alone", Map.of("clew.logs.mdc", "none"), CLASSES);
  }

  @Test
  void logsShowTheSpanInARunAndNothingAfterIt() throws Exception {
    String during = call("mdc");

    ReceivedTrace trace = OtlpReceiver.shared().takeTrace(1);
    assertThat(during).contains("trace_id=" + trace.id(), "span_id=");
    for (int i = 0; i < 20; i++) {
      assertThat(call("quiet/mdc")).isEqualTo("{}");
    }
  }

  @Test
  void withoutTheMdcRunsAreTracesOfTheirOwn() throws Exception {
    assertThat(Http.get("/alone" + PATH + "stamp").body()).isEqualTo("stamped 7");

    ReceivedTrace one = OtlpReceiver.shared().takeTrace(1);
    ReceivedTrace other = OtlpReceiver.shared().takeTrace(1);
    assertThat(one.tree() + other.tree()).contains("alone: stamp", "alone: GET");
  }

  private static String call(String way) throws Exception {
    return Http.get("/courier" + PATH + way).body();
  }
}
