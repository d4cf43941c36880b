// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A container for a test, with just the beans that the test names; stopped when the test ends. */
final class WeldExtension implements AfterEachCallback {

  private final List<SeContainer> running = new ArrayList<>();

  /** Starts one with these beans, and Clew's extension. */
  SeContainer start(Class<?>... beans) {
    return start(List.of(), beans);
  }

  SeContainer start(List<Extension> extensions, Class<?>... beans) {
    SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(beans)
            .addExtensions(new ClewExtension())
            .addExtensions(extensions.toArray(Extension[]::new))
            .initialize();
    running.add(container);
    return container;
  }

  /** A bean of a container of its own. */
  <T> T bean(Class<T> type, Class<?>... others) {
    Class<?>[] all = new Class<?>[others.length + 1];
    all[0] = type;
    System.arraycopy(others, 0, all, 1, others.length);
    return start(all).select(type).get();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    running.stream().filter(SeContainer::isRunning).forEach(SeContainer::close);
  }
}
