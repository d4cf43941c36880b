// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

import dev.clew.api.config.Settings;

/** Makes exporters; found by {@link java.util.ServiceLoader}. */
public interface ExporterProvider {

  /**
   * Starts an exporter, which owns threads until its shutdown. What cannot be used in the settings
   * is reported there and does not stop it from starting.
   */
  Exporter start(Settings settings);
}
