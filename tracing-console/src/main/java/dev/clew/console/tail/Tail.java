// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.tail;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells those who listen what comes in, as it comes. While nobody listens, that costs a look at an
 * empty list, and there is no thread. Safe for use by several threads.
 */
@ApplicationScoped
public class Tail {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");

  /** Each costs whoever stores spans some 0.2 us a span. */
  static final int MOST_LISTENERS = 16;

  private static final int MILLIS_BETWEEN_NEWS = 1_000;

  @Inject PrometheusRegistry registry;

  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
  private ScheduledThreadPoolExecutor teller;
  private Counter slow;

  @PostConstruct
  void open() {
    teller = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "clew-console-tail"));
    teller.setKeepAliveTime(10, TimeUnit.SECONDS);
    teller.allowCoreThreadTimeOut(true);
    teller.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    GaugeWithCallback.builder()
        .name("clew_console_tail_listeners")
        .help("Who is told what comes in")
        .callback(gauge -> gauge.call(listeners.size()))
        .register(registry);
    slow =
        Counter.builder()
            .name("clew_console_tail_slow_total")
            .help("Listeners that were left, because they did not read what they were sent")
            .register(registry);
  }

  /**
   * Listens from now on, until the outlet is closed.
   *
   * @param search which traces; its limit is how many are told of a second
   * @return false where too many listen already, or it is over
   */
  public synchronized boolean listen(Search search, Outlet outlet) {
    if (listeners.size() >= MOST_LISTENERS) {
      return false;
    }
    Listener listener = new Listener(search, outlet, System.nanoTime());
    try {
      schedule(listener);
    } catch (RejectedExecutionException ended) {
      return false;
    }
    listeners.add(listener);
    return true;
  }

  private void schedule(Listener listener) {
    teller.schedule(() -> tell(listener), MILLIS_BETWEEN_NEWS, TimeUnit.MILLISECONDS);
  }

  private void tell(Listener listener) {
    Listener.State state = Listener.State.GONE;
    try {
      state = listener.tell(System.nanoTime());
      if (state == Listener.State.LISTENING) {
        schedule(listener);
        return;
      }
    } catch (RuntimeException failed) {
      // It has gone in this moment, or it is over.
      LOGGER.log(Level.FINE, "a listener is left", failed);
    }
    if (state == Listener.State.TOO_SLOW) {
      slow.inc();
    }
    leave(listener);
  }

  private void leave(Listener listener) {
    listeners.remove(listener);
    listener.close();
  }

  /** Takes spans that readers of the store can see from now on. Throws nothing. */
  public void arrived(List<KeptSpan> spans) {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      Map<String, List<KeptSpan>> traces = new LinkedHashMap<>();
      for (KeptSpan span : spans) {
        traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
      }
      listeners.forEach(listener -> listener.arrived(traces));
    } catch (RuntimeException failed) {
      LOGGER.log(Level.WARNING, "CLEW-0860: those who listen are not told what came in", failed);
    }
  }

  /** Ends it for all who listen. */
  public synchronized void end() {
    teller.shutdown();
    listeners.forEach(this::leave);
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
    end();
  }
}
