// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import java.util.Set;

/**
 * A kind of the container's resources that a room traces. Any method may throw; a resource then
 * stays as it is. Thread-safe.
 */
public interface ResourceKind {

  /**
   * The types that applications declare such a resource with. What is declared otherwise, as with a
   * driver's own class, could not take a decorator and is left alone.
   */
  Set<Class<?>> types();

  /**
   * A resource with tracing around it.
   *
   * @param given never {@code null}
   * @return {@code given} itself where it is traced already or not to be traced
   */
  Object traced(Object given);

  /** What {@link #traced} was given; anything else as it is. */
  Object bare(Object traced);
}
