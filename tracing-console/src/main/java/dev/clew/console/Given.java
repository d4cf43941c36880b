// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Settings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;

/** What a collector is started with, as beans. */
final class Given implements Extension {

  private final Settings settings;
  private final PrometheusRegistry registry = new PrometheusRegistry();

  Given(Settings settings) {
    this.settings = settings;
  }

  void add(@Observes AfterBeanDiscovery beans) {
    beans
        .<Settings>addBean()
        .types(Settings.class)
        .scope(Singleton.class)
        .createWith(context -> settings);
    beans
        .<PrometheusRegistry>addBean()
        .types(PrometheusRegistry.class)
        .scope(Singleton.class)
        .createWith(context -> registry);
  }
}
