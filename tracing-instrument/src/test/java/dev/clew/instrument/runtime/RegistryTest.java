// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import static org.assertj.core.api.Assertions.assertThat;

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
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
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
