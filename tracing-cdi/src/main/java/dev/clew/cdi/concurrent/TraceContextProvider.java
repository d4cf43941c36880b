// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import dev.clew.instrument.Scopes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;

/**
 * OpenTelemetry's {@link Context} as a kind of thread context (Jakarta Concurrency 3.0, "Thread
 * Context Providers"). The server's default executor and context service propagate it by
 * themselves; a {@code @ContextServiceDefinition} that lists what it propagates names it {@value
 * #TYPE}. Stateless.
 */
public final class TraceContextProvider implements ThreadContextProvider {

  /**
   * The name of this kind of context, for {@code propagated}, {@code cleared}, {@code unchanged}.
   */
  public static final String TYPE = "OpenTelemetry";

  /** Called by the server, which finds the class by its name. */
  public TraceContextProvider() {}

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    return snapshot(CapturedContext.current());
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    return snapshot(CapturedContext.cleared());
  }

  @Override
  public String getThreadContextType() {
    return TYPE;
  }

  private static ThreadContextSnapshot snapshot(CapturedContext captured) {
    return () -> {
      Scope scope = captured.begin();
      return () -> Scopes.close(scope);
    };
  }
}
