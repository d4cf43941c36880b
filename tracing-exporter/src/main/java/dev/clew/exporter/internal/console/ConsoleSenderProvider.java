// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.console;

import dev.clew.api.config.Settings;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Makes the sender {@code console}. */
public final class ConsoleSenderProvider implements SenderProvider {

  /** For {@link java.util.ServiceLoader}. */
  public ConsoleSenderProvider() {}

  @Override
  public String name() {
    return "console";
  }

  @Override
  public Sender create(Settings settings) {
    // Looked up each time: servers put their own stream there, and change it.
    return new ConsoleSender(lines -> System.out.print(lines));
  }
}
