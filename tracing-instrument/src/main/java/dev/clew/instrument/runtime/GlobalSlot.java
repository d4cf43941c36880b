// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * {@link GlobalOpenTelemetry}, read without setting it by reading, and set only where it is ours to
 * set.
 */
final class GlobalSlot {

  private static final String AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

  private GlobalSlot() {}

  /**
   * What server, agent or application have set; empty where nothing is set or nothing that does
   * anything.
   */
  static Optional<OpenTelemetry> current() {
    Method isSet = isSetMethod();
    if (isSet != null && !isAgentPresent() && !isTrue(isSet)) {
      return Optional.empty();
    }
    OpenTelemetry global = GlobalOpenTelemetry.get();
    if (!isNoop(global)) {
      return Optional.of(global);
    }
    if (isSet == null && global == OpenTelemetry.noop()) {
      // Before isSet existed, reading an empty slot filled it: leave it as it was found. A slot
      // that was full answers with a wrapper, also of one that does nothing for this application.
      GlobalOpenTelemetry.resetForTest();
    }
    return Optional.empty();
  }

  /**
   * Sets the slot where it is empty and belongs to this application alone, because the application
   * brought the class along; whatever else runs in the server is not affected then.
   *
   * @return whether it was set, and is to be {@link #release released}
   */
  static boolean offer(OpenTelemetry ours, ClassLoader application) {
    if (GlobalOpenTelemetry.class.getClassLoader() != application || current().isPresent()) {
      return false;
    }
    try {
      GlobalOpenTelemetry.set(ours);
      return true;
    } catch (IllegalStateException setMeanwhile) {
      return false;
    }
  }

  /** Empties the slot if it still holds what was offered. */
  static void release(OpenTelemetry ours) {
    Optional<OpenTelemetry> global = current();
    if (global.isPresent() && global.get().getTracerProvider() == ours.getTracerProvider()) {
      GlobalOpenTelemetry.resetForTest();
    }
  }

  private static boolean isNoop(OpenTelemetry openTelemetry) {
    return openTelemetry.getTracerProvider() == OpenTelemetry.noop().getTracerProvider()
        && openTelemetry.getPropagators() == ContextPropagators.noop();
  }

  /** Newer than the API that this is compiled against; {@code null} on older ones. */
  private static Method isSetMethod() {
    try {
      return GlobalOpenTelemetry.class.getMethod("isSet");
    } catch (NoSuchMethodException olderApi) {
      return null;
    }
  }

  private static boolean isTrue(Method isSet) {
    try {
      return (boolean) isSet.invoke(null);
    } catch (ReflectiveOperationException unexpected) {
      return true;
    }
  }

  /**
   * Whether the OpenTelemetry agent, or one that is made from it, is attached to this JVM. It
   * answers {@code get} with its own, also where the class itself holds nothing.
   */
  static boolean isAgentPresent() {
    try {
      Class.forName(AGENT, false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
