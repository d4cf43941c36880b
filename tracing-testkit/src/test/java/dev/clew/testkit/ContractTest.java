// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.jdk.BrokenClients;
import dev.clew.testkit.jdk.BrokenServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "ForgetsFailures, recordsRefusedConnection, expected a CLIENT span",
    "ForgetsParent, isChildOfWhatIsCurrent, Expecting value to be true",
    "ForgetsHeaders, tellsServerItsOwnId, but was: null",
    "LeaksScope, startsTraceWhereNothingIsCurrent, Expecting value to be true",
  })
  void findsWhatClientAdaptersGetWrong(String adapter, String behaviour, String problem)
      throws ClassNotFoundException {
    Class<?> type = Class.forName(BrokenClients.class.getName() + "$" + adapter);

    assertThat(Run.failures(type, behaviour)).singleElement().asString().contains(problem);
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
