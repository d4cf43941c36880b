// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the tests that have shown each capability of the server: how many passed, or {@code
 * failed}. They are written to {@code target/capabilities.properties}, or with {@code
 * -Dclew.docs.write} to where the README's matrix is made of.
 */
public final class Shown implements TestExecutionListener {

  private static final int FAILED = -1;

  private final Map<Capability, Integer> passed = new EnumMap<>(Capability.class);

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      test.getSource()
          .filter(MethodSource.class::isInstance)
          .flatMap(source -> shows((MethodSource) source))
          .ifPresent(shows -> count(shows, result.getStatus()));
    }
  }

  private static Optional<Shows> shows(MethodSource test) {
    Optional<Shows> own = Optional.ofNullable(test.getJavaMethod().getAnnotation(Shows.class));
    return own.or(() -> Optional.ofNullable(test.getJavaClass().getAnnotation(Shows.class)));
  }

  private synchronized void count(Shows shows, TestExecutionResult.Status status) {
    boolean success = status == TestExecutionResult.Status.SUCCESSFUL;
    Arrays.stream(shows.value())
        .forEach(
            capability ->
                passed.merge(
                    capability,
                    success ? 1 : FAILED,
                    (before, one) -> before < 0 || one < 0 ? FAILED : before + one));
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    if (passed.isEmpty()) {
      return;
    }
    String lines =
        passed.entrySet().stream()
            .map(
                entry ->
                    entry.getKey() + "=" + (entry.getValue() < 0 ? "failed" : entry.getValue()))
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Files.writeString(file(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file() {
    return Boolean.getBoolean("clew.docs.write")
        ? Path.of(
            System.getProperty("it.root"),
            "integration-tests",
            "results",
            Server.current().name() + ".properties")
        : Path.of(System.getProperty("it.work"), "capabilities.properties");
  }
}
