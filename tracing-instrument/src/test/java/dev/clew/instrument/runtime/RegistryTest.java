// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Settings;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RegistryTest {

  private final Registry registry = new Registry();

  @Test
  void doesNotKeepAnApplicationThatForgotItsLease() throws Exception {
    WeakReference<ClassLoader> application = abandonedApplication();
    while (!application.refersTo(null)) {
      System.gc();
      Thread.onSpinWait();
    }
    Reference.reachabilityFence(registry);
  }

  /** What runs refers to the class loader, as settings from a server's configuration do. */
  @SuppressWarnings("resource")
  private WeakReference<ClassLoader> abandonedApplication() {
    ClassLoader loader = new URLClassLoader(new URL[0]);
    Settings settings = Settings.of(key -> loader.toString(), (id, message) -> {});
    registry.take(loader, () -> Tracing.inert(settings));
    return new WeakReference<>(loader);
  }
}
