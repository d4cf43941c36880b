// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import dev.clew.instrument.runtime.Tracing;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * Something that is made once for an application, when it is first asked for there. Keeps no
 * application alive. Thread-safe.
 */
public final class PerApplication<T> {

  private final Function<Tracing, T> maker;

  /** Guarded by itself. */
  private final Map<Tracing, T> made = new WeakHashMap<>();

  /** Most often there is just one application. */
  private volatile Found<T> last =
      new Found<>(new WeakReference<>(null), new WeakReference<>(null));

  private record Found<T>(WeakReference<Tracing> application, WeakReference<T> value) {}

  /**
   * Something to be made.
   *
   * @param maker what it gives must not refer to the {@link Tracing} it is given
   */
  public PerApplication(Function<Tracing, T> maker) {
    this.maker = maker;
  }

  /** That of the application that is calling. */
  public T current() {
    Tracing now = Tracing.current();
    Found<T> found = last;
    T value = found.application.refersTo(now) ? found.value.get() : null;
    return value != null ? value : find(now);
  }

  private T find(Tracing now) {
    T value;
    synchronized (made) {
      value = made.computeIfAbsent(now, maker);
    }
    last = new Found<>(new WeakReference<>(now), new WeakReference<>(value));
    return value;
  }
}
