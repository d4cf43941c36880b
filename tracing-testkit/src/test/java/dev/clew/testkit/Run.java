// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs tests within a test, with a limit that those which are to fail can wait for. */
public final class Run {

  private Run() {}

  /** What a test and its class fail with; nothing if they pass. */
  public static List<String> failures(Class<?> type, String method) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(type, named(method, type)))
        .configurationParameter(TracingExtension.LIMIT, "PT1S")
        .execute()
        .allEvents()
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
        .selectors(selectMethod(type, named(method, type)))
        .execute()
        .testEvents()
        .aborted()
        .stream()
        .map(Run::reason)
        .toList();
  }

  /** Whatever its parameters. */
  private static Method named(String name, Class<?> type) {
    return ReflectionSupport.findMethods(
            type, method -> method.getName().equals(name), HierarchyTraversalMode.TOP_DOWN)
        .get(0);
  }

  private static String reason(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }
}
