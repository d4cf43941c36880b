// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records a value as an attribute of the span of a {@link Traced} method: on a parameter, its
 * argument; on the method, what it returns (what its {@code CompletionStage} completes with).
 *
 * <p>Strings, booleans, integral and floating-point numbers, and arrays and lists of them keep
 * their type; anything else is recorded as {@link String#valueOf(Object)}. {@code null} is left
 * out. Only what is annotated is recorded.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface SpanTag {

  /** The attribute's key, for example {@code order.id}. */
  String value();
}
