// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;

/** What interceptors of annotated methods have in common, whoever calls these. */
abstract class CallInterceptor extends BeanInterceptor {

  private static final long serialVersionUID = 1L;

  /** Calls a business method. */
  @AroundInvoke
  Object aroundInvoke(InvocationContext call) throws Exception {
    MethodSpans tracing = spans();

    return tracing == null ? call.proceed() : tracing.around(call);
  }

  /** Calls the time-out method of an enterprise bean. */
  @AroundTimeout
  Object aroundTimeout(InvocationContext call) throws Exception {
    MethodSpans tracing = spans();

    return tracing == null ? call.proceed() : tracing.aroundTimeout(call);
  }
}
