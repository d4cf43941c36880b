// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import dev.clew.api.config.Settings;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/**
 * A sender that takes every batch and does nothing with it; the exporter counts what it took. Found
 * by its services file.
 */
public final class CountingSenderProvider implements SenderProvider {

  static final String NAME = "counting";

  /** Called by the service loader. */
  public CountingSenderProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Sender create(Settings settings) {
    return (batch, timeout) -> SendResult.success();
  }
}
