// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import dev.clew.api.config.Settings;
import java.util.Map;

/** Finds out more of where a process runs; found by {@link java.util.ServiceLoader}. */
public interface ResourceProvider {

  /**
   * Asked once, while the application starts: so it must not take long.
   *
   * @return each a String or a Long, by the names of the semantic conventions; what is configured
   *     beats it
   */
  Map<String, Object> attributes(Settings settings);
}
