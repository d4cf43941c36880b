// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.concurrent;

import dev.clew.instrument.Scopes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/**
 * OpenTelemetry's {@link Context} as a kind of thread context of MicroProfile Context Propagation
 * 1.3, where a server has that. A {@code ThreadContext} or {@code ManagedExecutor} that does not
 * propagate all that remains names it {@value #TYPE}. Stateless.
 */
public final class MicroProfileTraceContextProvider implements ThreadContextProvider {

  /** The same as with Jakarta Concurrency. */
  public static final String TYPE = "OpenTelemetry";

  /** Called by the server, which finds the class by its name. */
  public MicroProfileTraceContextProvider() {}

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
