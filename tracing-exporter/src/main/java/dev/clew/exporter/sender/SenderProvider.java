// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import dev.clew.api.config.Settings;

/** Makes senders of one kind; found by {@link java.util.ServiceLoader}. */
public interface SenderProvider {

  /** The name by which {@code otel.traces.exporter} asks for it: lower case, for example otlp. */
  String name();

  /**
   * Makes a sender. What cannot be used in the settings is reported there.
   *
   * @throws RuntimeException where there is no way to go on; it is reported, and the other senders
   *     work without this one
   */
  Sender create(Settings settings);
}
