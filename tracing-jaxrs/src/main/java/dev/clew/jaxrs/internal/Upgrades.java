// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import dev.clew.instrument.stream.Opening;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * From the filter, which sees the request that upgrades a connection, to the WebSocket endpoint,
 * which is not told of it. Servers make the endpoint's instance on the thread that has handled the
 * request, right after it; where one instance serves several connections, or is made elsewhere, the
 * path tells, if only one request with it waits.
 *
 * <p>Holds one upgrade a thread, until it is claimed or has waited too long. Thread-safe.
 */
public final class Upgrades {

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

  private final List<PathTemplate> templates = new CopyOnWriteArrayList<>();
  private final Map<Long, Upgrade> waiting = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;
  private volatile boolean byThread = true;

  Upgrades(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** From now on threads tell nothing: the server makes instances on any of them. */
  public void byPathOnly() {
    byThread = false;
  }

  /** Makes the path of an endpoint known. */
  public void add(PathTemplate template) {
    templates.add(template);
  }

  /**
   * The template of the endpoint that a path leads to; {@code null} where none is known.
   *
   * @param path after the context path
   */
  public String route(String path) {
    for (PathTemplate template : templates) {
      if (template.matches(path)) {
        return template.text();
      }
    }
    return null;
  }

  /**
   * Leaves, from the thread that has handled the request, what the endpoint is to know of it.
   *
   * @param uri the path as the client sent it
   * @param route the template of the endpoint that it reaches; {@code null} where none is known
   */
  public void leave(String uri, String route, Opening opening) {
    long now = nanoTime.getAsLong();
    waiting.values().removeIf(each -> now - each.since() > LONGEST);
    waiting.put(here(), new Upgrade(uri, route, opening, now));
  }

  /** Claims the one that this thread has handled last; {@code null} where there is none. */
  public Upgrade claimHere() {
    return byThread ? waiting.remove(here()) : null;
  }

  /**
   * Claims the only one with that path.
   *
   * @return {@code null} where there is none, or more than one
   */
  public Upgrade claim(String uri) {
    Upgrade found = null;
    for (Upgrade each : waiting.values()) {
      if (each.uri().equals(uri)) {
        if (found != null) {
          return null;
        }
        found = each;
      }
    }
    return found != null && waiting.values().remove(found) ? found : null;
  }

  private static long here() {
    return Thread.currentThread().getId();
  }
}
