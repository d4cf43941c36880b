// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs tests within a test, with a limit that those which are to fail can wait for. */
final class Run {

  private Run() {}

  /** What the tests of a class, or one of them, fail with; nothing if they pass. */
  static List<String> failures(Class<?> type, String method) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(type, method))
        .configurationParameter(TracingExtension.LIMIT, "PT1S")
        .execute()
        .testEvents()
        .finished()
        .stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .map(Throwable::getMessage)
        .toList();
  }

  /** Why the tests of a class were aborted or skipped. */
  static List<String> aborted(Class<?> type, String method) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(type, method))
        .execute()
        .testEvents()
        .aborted()
        .stream()
        .map(Run::reason)
        .toList();
  }

  private static String reason(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }
}
