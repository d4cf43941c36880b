// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.Serializable;

/**
 * What interceptors have in common: they hand calls on to the application's {@link MethodSpans}.
 * Serializable, because a passivated bean takes its interceptors along; nothing of tracing goes
 * with it, and after activation everything is looked up again.
 */
abstract class BeanInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Transient: passivation asks only of other fields that they can be passivated. */
  @Inject private transient ClewExtension extension;

  private transient MethodSpans spans;

  /** The spans of this kind of interceptor; {@code null} where tracing has not started. */
  abstract MethodSpans spansOf(ClewExtension owner);

  /** {@code null} where tracing has not started. Threads that meet here find the same. */
  final MethodSpans spans() {
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
