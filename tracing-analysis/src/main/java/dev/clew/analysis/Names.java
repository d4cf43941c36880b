// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/**
 * What attributes are called: by OpenTelemetry's semantic conventions 1.44, and Clew's own.
 *
 * <p>Only those that are asked for in more than one place.
 */
public final class Names {

  /** Seconds that a task waited for a thread, on its first span. */
  public static final String TASK_WAIT_TIME = "clew.task.wait_time";

  private Names() {}
}
