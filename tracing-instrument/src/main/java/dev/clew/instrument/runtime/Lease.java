// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

/**
 * A share in a running {@link Tracing}. Whoever holds one keeps it until the application stops: the
 * registry itself refers to a {@link Tracing} only weakly. Thread-safe.
 */
public interface Lease extends AutoCloseable {

  /**
   * What the lease is on, started now if it has not been before; never {@code null}, usable also
   * after {@link #close}, then inert.
   */
  Tracing tracing();

  /**
   * Gives the share back; the last one that was made use of stops everything, within {@code
   * clew.shutdown.timeout}. Calling it again does nothing. Never throws.
   */
  @Override
  void close();
}
