// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.EntryScope;
import dev.clew.instrument.logs.LogCorrelation;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Traces runs of enterprise beans' timers (Jakarta Enterprise Beans 4.0, "Timer Service"), but not
 * what else calls their methods; and has asynchronous methods run in the context of their caller,
 * where the server takes that along. Outside the interceptors of spans.
 */
@ContainerRun
@Interceptor
@Priority(BeanPriority.AROUND_TRANSACTIONS - 1)
public class ContainerRunInterceptor extends BeanInterceptor {

  private static final long serialVersionUID = 1L;

  /** Calls the method for a timer. */
  @AroundTimeout
  Object aroundTimeout(InvocationContext call) throws Exception {
    MethodSpans tracing = spans();

    return tracing == null ? call.proceed() : tracing.aroundTimeout(call);
  }

  /** Calls the method for somebody who may have been on another thread. */
  @AroundInvoke
  Object aroundInvoke(InvocationContext call) throws Exception {
    Context caller = LogCorrelation.takeCarried();
    if (caller == null) {
      return call.proceed();
    }
    Scope scope = EntryScope.open(caller);
    try {
      return call.proceed();
    } finally {
      scope.close();
    }
  }

  @Override
  MethodSpans spansOf(ClewExtension owner) {
    return owner.timerMethods();
  }
}
