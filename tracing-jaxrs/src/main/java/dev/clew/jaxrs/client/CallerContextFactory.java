// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.instrument.OpenCalls;
import dev.clew.instrument.Scopes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;

/** Carries the context of the caller to the thread of an asynchronous method of a REST client. */
final class CallerContextFactory implements AsyncInvocationInterceptorFactory {

  @Override
  public AsyncInvocationInterceptor newInterceptor() {
    return new CallerContext();
  }

  /** For one call: prepared on the caller's thread, applied and removed on another. */
  private static final class CallerContext implements AsyncInvocationInterceptor {

    private volatile Context caller;
    private Scope scope;

    @Override
    public void prepareContext() {
      try {
        caller = Context.current();
      } catch (Throwable failure) {
        Guard.failed("capture the context for a REST client", failure);
      }
    }

    @Override
    public void applyContext() {
      try {
        scope = caller == null ? null : caller.makeCurrent();
      } catch (Throwable failure) {
        Guard.failed("make the context of a caller current", failure);
      }
    }

    @Override
    public void removeContext() {
      Scope last = scope;
      scope = null;
      if (last != null) {
        Scopes.close(last);
      }
      OpenCalls.leaveThread();
    }
  }
}
