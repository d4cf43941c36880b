// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * What servlets, JAX-RS and WebSocket endpoints of one application know of each other. Thread-safe.
 */
public final class Application {

  private static final Map<ClassLoader, Application> ALL = new WeakHashMap<>();

  private final Endpoints endpoints = new Endpoints();
  private final Upgrades upgrades = new Upgrades(System::nanoTime);
  private volatile boolean servlets;

  private Application() {}

  /** The one with this class loader, which is not kept alive. */
  public static Application of(ClassLoader loader) {
    synchronized (ALL) {
      Application known = ALL.get(loader);
      if (known == null) {
        known = new Application();
        ALL.put(loader, known);
      }
      return known;
    }
  }

  /** Its JAX-RS endpoints. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** Its connections on their way to WebSocket endpoints. */
  public Upgrades upgrades() {
    return upgrades;
  }

  /** Says whether the servlet filter sees all requests. */
  public void ownedByServlets(boolean owned) {
    servlets = owned;
  }

  /** Whether the servlet filter is known to see all requests. */
  public boolean isOwnedByServlets() {
    return servlets;
  }
}
