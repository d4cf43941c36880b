// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/** The sampling state of B3, in both encodings. */
final class B3State {

  static final String DENY = "0";
  static final String ACCEPT = "1";
  static final String DEBUG = "d";

  private B3State() {}

  /**
   * Whether a state says to sample; {@code true} is what some tracers sent before B3 was written.
   */
  static boolean isSampled(String state) {
    return ACCEPT.equals(state) || DEBUG.equals(state) || "true".equalsIgnoreCase(state);
  }

  /** The decision of a state that was sent without ids. */
  static RemoteDecision decision(String state) {
    if (DEBUG.equals(state)) {
      return RemoteDecision.DEBUG;
    }
    if (isSampled(state)) {
      return RemoteDecision.ACCEPT;
    }
    return DENY.equals(state) || "false".equalsIgnoreCase(state)
        ? RemoteDecision.DENY
        : RemoteDecision.NONE;
  }

  static String of(boolean debug, boolean sampled) {
    return debug ? DEBUG : sampled ? ACCEPT : DENY;
  }
}
