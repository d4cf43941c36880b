// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.SpanSink;

/** Makes Clew's engine; found by {@link java.util.ServiceLoader}. Thread-safe. */
public final class ClewEngineProvider implements EngineProvider {

  /** For the {@link java.util.ServiceLoader}. */
  public ClewEngineProvider() {}

  @Override
  public Engine start(Settings settings, SpanSink sink) {
    return ClewEngine.start(settings, sink, new SystemClock());
  }
}
