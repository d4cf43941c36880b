// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.app.ejb.Jobs;
import dev.clew.it.harness.NothingLeft;
import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.harness.ReceivedTrace;
import dev.clew.it.harness.Wars;
import dev.clew.it.server.Capability;
import dev.clew.it.server.Shows;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application does when nobody asks it to. */
@ExtendWith({ArquillianExtension.class, NothingLeft.class})
@Shows(Capability.TIMERS)
class StartUpIT {

  @Deployment(testable = false)
  public static WebArchive jobs() {
    return Wars.traced("jobs", Jobs.class);
  }

  @Test
  void startUpAndEachTimersRunAreTracesOfTheirOwn() {
    List<FinishedSpan> roots =
        IntStream.range(0, 5)
            .mapToObj(run -> OtlpReceiver.shared().takeTrace(1))
            .map(StartUpIT::onlySpan)
            .toList();

    assertThat(roots)
        .extracting(FinishedSpan::name)
        .containsExactlyInAnyOrder(
            "open the shop", "Jobs.sweep", "Jobs.polish", "Jobs.polish", "lock up");
    assertThat(roots).allSatisfy(span -> assertThat(span.kind()).isEqualTo(SpanKind.INTERNAL));
  }

  private static FinishedSpan onlySpan(ReceivedTrace trace) {
    assertThat(trace.spans()).hasSize(1);
    FinishedSpan span = trace.spans().get(0).span();
    assertThat(span.isRoot()).isTrue();
    return span;
  }
}
