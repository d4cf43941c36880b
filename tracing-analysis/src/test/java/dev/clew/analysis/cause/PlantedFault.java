// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.cause.Suspect.Fault;

/**
 * What is wrong with one operation, in some traces.
 *
 * @param node whose fault it is
 * @param other for statements that repeat: which one; otherwise {@code null}
 * @param nanos how much time it costs, about
 * @param instance which instance it happens on; -1 for all
 * @param part of the traces in which it happens, where it could
 */
record PlantedFault(
    Type type, Topology.Node node, Topology.Node other, long nanos, int instance, double part) {

  /** What is wrong. */
  enum Type {
    SLOW(Fault.SLOW),
    SLOW_INSTANCE(Fault.SLOW),
    FAILING(Fault.FAILING),
    RETRIED(Fault.FAILING),
    REPEATS(Fault.CALLS_MORE),
    WAITS(Fault.WAITING),
    TIMES_OUT(Fault.FAILING);

    final Fault expected;

    Type(Fault expected) {
      this.expected = expected;
    }

    boolean fails() {
      return this == FAILING || this == TIMES_OUT;
    }
  }

  boolean hits(Type wanted, Topology.Node called, int on) {
    return type == wanted && node == called && (instance < 0 || instance == on);
  }
}
