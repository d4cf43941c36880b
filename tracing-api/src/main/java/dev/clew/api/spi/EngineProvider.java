// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

import dev.clew.api.config.Settings;

/** Makes engines; found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

  /**
   * Starts an engine whose finished spans go to {@code sink}. What cannot be used in the settings
   * is reported there and does not stop it from starting.
   */
  Engine start(Settings settings, SpanSink sink);
}
