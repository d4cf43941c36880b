// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * From the filter, which sees the request that upgrades a connection, to the WebSocket endpoint,
 * which is not told of it. Servers make the endpoint's instance on the thread that has handled the
 * request, right after it or still within; who shares one instance is known by the path, if only
 * one request with it waits.
 *
 * <p>Holds so many upgrades as it has places, and each until it is claimed, or until one that takes
 * its place. Thread-safe.
 */
public final class Upgrades {

  private static final int PLACES = 64;

  private final List<PathTemplate> templates = new CopyOnWriteArrayList<>();
  private final AtomicReferenceArray<Upgrade> waiting = new AtomicReferenceArray<>(PLACES);

  Upgrades() {}

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

  /** Leaves an upgrade for its endpoint. */
  public void leave(Upgrade upgrade) {
    waiting.set(place(upgrade.thread()), upgrade);
  }

  /** Claims the one that this thread has handled last; {@code null} where there is none. */
  public Upgrade claimHere() {
    long thread = Thread.currentThread().getId();
    Upgrade found = waiting.get(place(thread));
    return found != null && found.thread() == thread ? claimed(found) : null;
  }

  /**
   * Claims the only one with that path.
   *
   * @return {@code null} where there is none, or more than one
   */
  public Upgrade claim(String uri) {
    Upgrade only = null;
    for (int i = 0; i < PLACES; i++) {
      Upgrade each = waiting.get(i);
      if (each != null && each.uri().equals(uri)) {
        if (only != null) {
          return null;
        }
        only = each;
      }
    }
    return only == null ? null : claimed(only);
  }

  /** Nobody else gets it. */
  private Upgrade claimed(Upgrade upgrade) {
    return waiting.compareAndSet(place(upgrade.thread()), upgrade, null) ? upgrade : null;
  }

  private static int place(long thread) {
    return (int) (thread & (PLACES - 1));
  }
}
