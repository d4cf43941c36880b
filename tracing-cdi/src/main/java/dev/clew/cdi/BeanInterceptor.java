// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/**
 * What interceptors have in common: they hand each call on to the application's {@link
 * MethodSpans}. Serializable, because a passivated bean takes its interceptors along; nothing of
 * tracing goes with it, and after activation everything is looked up again.
 */
abstract class BeanInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Transient: passivation asks only of other fields that they can be passivated. */
  @Inject private transient ClewExtension extension;

  private transient MethodSpans spans;

  /** Calls a business method. */
  @AroundInvoke
  Object aroundInvoke(InvocationContext call) throws Exception {
    MethodSpans tracing = spans();

    return tracing == null ? call.proceed() : tracing.around(call);
  }

  /** Calls the time-out method of an enterprise bean. */
  @AroundTimeout
  Object aroundTimeout(InvocationContext call) throws Exception {
    return aroundInvoke(call);
  }

  /** The spans of this kind of interceptor; {@code null} where tracing has not started. */
  abstract MethodSpans spansOf(ClewExtension owner);

  /** Threads that meet here find the same. */
  private MethodSpans spans() {
    if (spans == null) {
      try {
        spans =
            spansOf(
                extension != null ? extension : CDI.current().select(ClewExtension.class).get());
      } catch (Throwable failure) {
        Guard.failed("find what traces a bean", failure);
      }
    }
    return spans;
  }
}
