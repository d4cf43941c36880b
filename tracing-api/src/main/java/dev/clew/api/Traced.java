// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records a span for each call of a bean's method, or of all business methods of a bean.
 *
 * <p>On a method it beats the one on the class. {@link #value} and {@link #operationName} mean what
 * they meant in MicroProfile OpenTracing, so that migrating is an import swap.
 *
 * <p>The span ends when the call ends; where the method returns a {@code CompletionStage} or a
 * {@code Flow.Publisher}, when that completes, fails or is cancelled. An exception makes its status
 * an error and is thrown on unchanged.
 *
 * <p>An interceptor sees only calls from outside the bean: private, static and final methods and
 * calls a bean makes to itself are not recorded. Those that can be seen are reported at deployment.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Traced {

  /**
   * Whether to record. {@code @Traced(false)} on a method takes it out of a traced class; on a REST
   * endpoint it also stops the incoming trace context from being read.
   */
  @Nonbinding
  boolean value() default true;

  /**
   * The span's name, exactly. Empty, as by default, stands for {@code package.Class.method}. On a
   * class it holds for all its methods.
   */
  @Nonbinding
  String operationName() default "";

  /** The span's role, as in the OpenTelemetry specification, "SpanKind". */
  @Nonbinding
  SpanKind kind() default SpanKind.INTERNAL;

  /** Whether the call starts a trace of its own, with a link to the span that was current. */
  @Nonbinding
  boolean root() default false;
}
