// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.jdk.BrokenServers;
import org.junit.jupiter.api.Test;

/** The contract finds what adapters get wrong. */
class ContractTest {

  @Test
  void findsAdapterThatLeaksScope() {
    assertThat(Run.failures(BrokenServers.LeaksScope.class, "startsTraceWhereCallerSendsNone"))
        .singleElement()
        .asString()
        .contains("a scope was never closed");
  }

  @Test
  void findsAdapterThatDoesNotEndSpanOfHandlerThatThrows() {
    assertThat(Run.failures(BrokenServers.ForgetsFailures.class, "recordsExceptionOnce"))
        .singleElement()
        .asString()
        .contains("expected a span, but not looked at yet are 0");
  }

  @Test
  void findsAdapterThatDoesNotWaitForAnswer() {
    assertThat(
            Run.failures(BrokenServers.EndsTooEarly.class, "endsWhenAsynchronousAnswerIsComplete"))
        .isNotEmpty();
  }

  @Test
  void findsAdapterThatMixesParents() {
    assertThat(Run.failures(BrokenServers.MixesParents.class, "doesNotMixConcurrentRequests"))
        .isNotEmpty();
  }

  @Test
  void findsAdapterThatTracesRequestTwice() {
    assertThat(Run.failures(BrokenServers.TracesTwice.class, "startsTraceWhereCallerSendsNone"))
        .singleElement()
        .asString()
        .contains("the test did not look at");
  }

  @Test
  void findsAdapterThatDoesNotSayWhatItCanDo() {
    assertThat(Run.failures(BrokenServers.SaysNothing.class, "recordsExceptionOnce"))
        .singleElement()
        .asString()
        .contains("does not say whether it can do");
  }

  @Test
  void saysWhyBehaviourIsNotTested() throws ClassNotFoundException {
    Class<?> adapter = Class.forName("dev.clew.testkit.jdk.JdkHttpServerTest");

    assertThat(Run.aborted(adapter, "isOneSpanWithForward"))
        .singleElement()
        .asString()
        .contains("FORWARD: the server cannot");
  }
}
