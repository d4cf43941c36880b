// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import io.opentelemetry.api.OpenTelemetry;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What an adapter knows about the application in which Clew is to start.
 *
 * @param application the application's class loader, see {@link Tracing#applicationLoader()}
 * @param applicationName the service's name where none is configured; {@code null} if not known
 * @param serverProvided gives the OpenTelemetry that the server made for the application, {@code
 *     null} where it made none; called once at most, may throw, which counts as none
 */
public record Startup(
    ClassLoader application, String applicationName, Supplier<OpenTelemetry> serverProvided) {

  /** For an application that the server may have made none for. */
  public Startup(ClassLoader application, String applicationName) {
    this(application, applicationName, () -> null);
  }

  /** Checks that what must be given is given. */
  public Startup {
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(serverProvided, "serverProvided");
  }
}
