// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The net below exchanges whose end nobody is told of: JAX-RS filters do not see a connection that
 * fails, nor a response that cannot be written. Each exchange under way is held weakly; one that
 * has been forgotten by everybody else is given up when the next one starts, so that its span ends
 * too. Needs no thread. Thread-safe.
 *
 * @param <S> what is known of an exchange
 */
public final class Strays<S extends Strays.Stray> {

  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();
  private final Set<Watch<S>> watched = ConcurrentHashMap.newKeySet();

  /** What is known of an exchange; must not refer to the object that stands for it. */
  public interface Stray {

    /** Called when the exchange is given up; does not throw. */
    void giveUp();
  }

  /** One exchange in the net. */
  public static final class Watch<S extends Stray> extends WeakReference<Object> {

    private final S stray;

    private Watch(Object exchange, ReferenceQueue<Object> queue, S stray) {
      super(exchange, queue);
      this.stray = stray;
    }
  }

  /**
   * Takes an exchange into the net.
   *
   * @param exchange an object that lives as long as it does, such as its request context
   * @return for {@link #release}
   */
  public Watch<S> watch(Object exchange, S stray) {
    sweep();
    Watch<S> watch = new Watch<>(exchange, forgotten, stray);
    watched.add(watch);
    return watch;
  }

  /** Lets go of an exchange that has ended. */
  public void release(Watch<S> watch) {
    watched.remove(watch);
  }

  /** Whether none is under way. */
  public boolean isEmpty() {
    return watched.isEmpty();
  }

  /** Takes those of which something is true out of the net. */
  public List<S> takeIf(Predicate<? super S> condition) {
    List<S> taken = new ArrayList<>();
    for (Watch<S> watch : watched) {
      if (condition.test(watch.stray) && watched.remove(watch)) {
        taken.add(watch.stray);
      }
    }
    return taken;
  }

  private void sweep() {
    for (Reference<?> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
      if (gone instanceof Watch<?> watch && watched.remove(watch)) {
        watch.stray.giveUp();
      }
    }
  }
}
