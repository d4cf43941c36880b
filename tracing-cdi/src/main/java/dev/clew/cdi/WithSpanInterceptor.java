// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/**
 * Traces calls of methods with OpenTelemetry's {@code @WithSpan}. The extension binds it to that
 * annotation, which may be absent when this class is loaded.
 */
@Interceptor
@Priority(BeanPriority.AROUND_TRANSACTIONS)
public class WithSpanInterceptor extends CallInterceptor {

  private static final long serialVersionUID = 1L;

  @Override
  MethodSpans spansOf(ClewExtension owner) {
    return owner.withSpanMethods();
  }
}
