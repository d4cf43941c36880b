// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.own;

import dev.clew.api.config.Settings;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Makes the sender {@code clew-console}, for the collector alone. */
public final class OwnSenderProvider implements SenderProvider {

  static final String NAME = "clew-console";

  /** For the {@link java.util.ServiceLoader}. */
  public OwnSenderProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Sender create(Settings settings) {
    return new OwnSender();
  }
}
