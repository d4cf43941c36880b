// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Option;
import java.time.Duration;
import java.util.List;

/** What can be configured about how Clew starts and stops in an application. */
public final class RuntimeOptions {

  /** Which engine records. */
  public enum EngineChoice {
    /** Joins a live OpenTelemetry where there is one, and starts Clew's engine otherwise. */
    AUTO,
    /** Always Clew's engine. */
    OWN,
    /** Always the OpenTelemetry that is already there, live or not. */
    JOIN
  }

  /**
   * Who records: Clew's own engine, the OpenTelemetry that server or agent provide (join), or that
   * one if it is live and Clew's own otherwise (auto).
   */
  public static final Option<EngineChoice> ENGINE = Option.choice("clew.engine", EngineChoice.AUTO);

  /** How long stopping the application waits at most for the last spans to be sent. */
  public static final Option<Duration> SHUTDOWN_TIMEOUT =
      Option.duration("clew.shutdown.timeout", "5s");

  private RuntimeOptions() {}

  /** Every option of this package. */
  public static List<Option<?>> all() {
    return List.of(ENGINE, SHUTDOWN_TIMEOUT);
  }
}
