// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Traces what beans do in {@code @PostConstruct}, such as at the start of an application. */
@TracedConstruction
@Interceptor
@Priority(BeanPriority.AROUND_TRANSACTIONS)
public class ConstructionInterceptor extends BeanInterceptor {

  private static final long serialVersionUID = 1L;

  /** Calls the method, which the call itself does not name. */
  @PostConstruct
  void aroundPostConstruct(InvocationContext call) throws Exception {
    MethodSpans tracing = spans();
    if (tracing == null) {
      call.proceed();
    } else {
      tracing.aroundConstruction(call);
    }
  }

  @Override
  MethodSpans spansOf(ClewExtension owner) {
    return owner.tracedMethods();
  }
}
