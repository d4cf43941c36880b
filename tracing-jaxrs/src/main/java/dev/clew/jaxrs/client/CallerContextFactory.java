// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
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
      caller = Guard.call("capture the context for a REST client", Context::current, null);
    }

    @Override
    public void applyContext() {
      if (caller != null) {
        scope = Guard.call("make the context of a caller current", caller::makeCurrent, null);
      }
    }

    @Override
    public void removeContext() {
      Scope last = scope;
      scope = null;
      if (last != null) {
        Guard.run("close the scope of a caller", last::close);
      }
    }
  }
}
