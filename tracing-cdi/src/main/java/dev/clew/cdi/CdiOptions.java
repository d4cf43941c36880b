// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.config.Option;
import java.util.List;

/** What can be configured of how beans are traced. */
public final class CdiOptions {

  /**
   * Whether each run of an enterprise bean's timer ({@code @Schedule}, {@code @Timeout}) is a trace
   * of its own, without {@code @Traced}.
   */
  public static final Option<Boolean> TIMERS_ENABLED = Option.flag("clew.timers.enabled", true);

  private CdiOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(TIMERS_ENABLED);
  }
}
