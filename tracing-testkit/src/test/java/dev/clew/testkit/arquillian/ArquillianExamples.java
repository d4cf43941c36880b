// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.Sender;
import dev.clew.testkit.Traces;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that are right or wrong in one way each. Not found by name: others run them. */
@ExtendWith(ArquillianExtension.class)
class ArquillianExamples {

  private static final String ROOT = "";
  private static final String ONE = "0af7651916cd43dd8448eb211c80319c";
  private static final String NOWHERE = "b7ad6b7169203331";

  @ArquillianResource Traces field;

  @Deployment(testable = false)
  public static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class);
  }

  private static Sender sender() {
    return EmptyContainer.application();
  }

  @Test
  void looksAtItsTraces(Traces traces, @ArquillianResource Traces other) throws Exception {
    sender().send(ONE, ROOT, "one");
    assertThatTrace(traces).hasTree("one");
    assertThat(other).isSameAs(traces).isSameAs(field);
  }

  @Test
  void doesNotSeeWhatWasBefore(Traces traces) throws Exception {
    sender().send(ONE, ROOT, "before", Instant.now().minusSeconds(60));
    assertThat(traces.untaken()).isEmpty();
  }

  @Test
  void leavesATrace() throws Exception {
    sender().send(ONE, ROOT, "left");
  }

  @Test
  void leavesAnUnfinishedSpan(Traces traces) throws Exception {
    sender().send(ONE, NOWHERE, "child");
    assertThatTrace(traces).hasTree("child");
  }

  @Test
  void leavesASpanThatComesLate() {
    Instant now = Instant.now();
    Sender sender = sender();
    EmptyContainer.onUndeploy(() -> sender.sendQuietly(ONE, "late", now));
  }

  /** Nobody looks after it. */
  @Untraced
  @ExtendWith(ArquillianExtension.class)
  static class NotTraced {

    @Deployment(testable = false)
    public static WebArchive application() {
      return ShrinkWrap.create(WebArchive.class);
    }

    @Test
    void isDeployedAsItIs() {
      assertThat(EmptyContainer.deployed().getContent()).isEmpty();
    }
  }
}
