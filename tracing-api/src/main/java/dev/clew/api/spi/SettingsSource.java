// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where an application's configuration comes from, other than system properties and environment
 * variables; found by {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface SettingsSource {

  /**
   * The source for the application of a class loader.
   *
   * @return gives the text of a key, {@code null} where it is not set; empty where this kind of
   *     source does not exist here
   */
  Optional<UnaryOperator<String>> forApplication(ClassLoader application);
}
