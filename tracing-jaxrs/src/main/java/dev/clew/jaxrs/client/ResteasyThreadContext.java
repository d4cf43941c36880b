// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.instrument.logs.LogCorrelation;
import dev.clew.jaxrs.internal.OpenCalls;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.spi.concurrent.ThreadContext;

/**
 * Carries the context of the caller to the threads of RESTEasy's executors, on which its
 * asynchronous requests run. Found by RESTEasy as a service. Thread-safe.
 */
public final class ResteasyThreadContext implements ThreadContext<ResteasyThreadContext.Captured> {

  @Override
  public Captured capture() {
    try {
      return new Captured();
    } catch (Throwable failure) {
      Guard.failed("capture the context for RESTEasy", failure);
      return null;
    }
  }

  @Override
  public void push(Captured captured) {
    if (captured != null) {
      captured.open();
    }
  }

  @Override
  public void reset(Captured captured) {
    if (captured != null) {
      captured.close();
    }
    OpenCalls.leaveThread();
  }

  /** What was current, and where it is now; one may be pushed to several threads. */
  public static final class Captured {

    private final Context context = Context.current();
    private final Map<Thread, Scope> scopes = new ConcurrentHashMap<>(2);

    private Captured() {}

    private void open() {
      try {
        scopes.put(Thread.currentThread(), LogCorrelation.makeCurrent(context));
      } catch (Throwable failure) {
        Guard.failed("make the context of a caller current", failure);
      }
    }

    private void close() {
      try {
        Scope scope = scopes.remove(Thread.currentThread());
        if (scope != null) {
          scope.close();
        }
      } catch (Throwable failure) {
        Guard.failed("close the scope of a caller", failure);
      }
    }
  }
}
