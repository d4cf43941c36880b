// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import dev.clew.instrument.runtime.Tracing;
import java.util.Map;
import java.util.function.Function;

/**
 * Something made once for each {@link Tracing}, for objects that containers and applications create
 * whenever they like: before Clew starts, or once for several applications. Thread-safe.
 *
 * @param <T> what is made
 */
public final class PerTracing<T> {

  private final Function<Tracing, T> maker;
  private volatile Map.Entry<Tracing, T> made;

  /**
   * Nothing is made yet.
   *
   * @param maker may be called more than once for one tracing; its last result stays
   */
  public PerTracing(Function<Tracing, T> maker) {
    this.maker = maker;
  }

  /** The one of the application that is running on this thread. */
  public T get() {
    Tracing tracing = Tracing.current();
    Map.Entry<Tracing, T> known = made;
    if (known == null || known.getKey() != tracing) {
      known = Map.entry(tracing, maker.apply(tracing));
      made = known;
    }
    return known.getValue();
  }
}
