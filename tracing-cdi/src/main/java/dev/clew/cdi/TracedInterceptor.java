// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.Traced;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/**
 * Traces calls of {@link Traced} methods. It comes before the interceptors of transactions, so that
 * a commit and its failure belong to the call, but after that of {@code @Asynchronous}, so that it
 * runs where the method does.
 */
@Traced
@Interceptor
@Priority(BeanPriority.AROUND_TRANSACTIONS)
public class TracedInterceptor extends CallInterceptor {

  private static final long serialVersionUID = 1L;

  @Override
  MethodSpans spansOf(ClewExtension owner) {
    return owner.tracedMethods();
  }
}
