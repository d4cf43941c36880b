// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

/** Open Liberty with MicroProfile 7.1, whose Telemetry applications share. */
final class LibertyWithTelemetry extends Liberty {

  LibertyWithTelemetry() {
    super("microProfile-7.1");
  }

  @Override
  public String name() {
    return "liberty-telemetry";
  }

  @Override
  public String title() {
    return super.title() + " with MicroProfile Telemetry";
  }
}
