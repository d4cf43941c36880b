// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Traces runs of enterprise beans' timers (Jakarta Enterprise Beans 4.0, "Timer Service"), but not
 * what else calls their methods.
 */
@TimerRun
@Interceptor
@Priority(BeanPriority.AROUND_TRANSACTIONS)
public class TimerInterceptor extends BeanInterceptor {

  private static final long serialVersionUID = 1L;

  /** Calls the method for a timer. */
  @AroundTimeout
  Object aroundTimeout(InvocationContext call) throws Exception {
    MethodSpans tracing = spans();

    return tracing == null ? call.proceed() : tracing.aroundTimeout(call);
  }

  @Override
  MethodSpans spansOf(ClewExtension owner) {
    return owner.timerMethods();
  }
}
