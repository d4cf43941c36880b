// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/**
 * How much baggage is taken and passed on: exactly as much as W3C Baggage ("Limits") obliges to. A
 * process that accepted more would make its own calls fail where the callee accepts less.
 */
final class BaggageLimits {

  static final int MAX_MEMBERS = 64;

  /** In characters, which are bytes here. */
  static final int MAX_LENGTH = 8192;

  private BaggageLimits() {}
}
