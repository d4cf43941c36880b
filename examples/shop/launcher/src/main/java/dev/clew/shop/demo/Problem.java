// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

/** Why the demo cannot go on, in words for the person who started it. */
public final class Problem extends Exception {

  private static final long serialVersionUID = 1;

  private final int exitStatus;

  private Problem(String message, int exitStatus, Throwable cause) {
    super(message, cause);
    this.exitStatus = exitStatus;
  }

  /** Something failed. */
  public static Problem failure(String message, Throwable cause) {
    return new Problem(message, 1, cause);
  }

  /** Something failed. */
  public static Problem failure(String message) {
    return failure(message, null);
  }

  /** The demo was asked for something it does not know. */
  public static Problem usage(String message) {
    return new Problem(message, 2, null);
  }

  /** What the process is to end with. */
  public int exitStatus() {
    return exitStatus;
  }
}
