// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * What an adapter can do, of what a contract asks. Every constant must be declared, so that a
 * behaviour added to the contract is not passed over in silence; what an adapter lacks shows as an
 * aborted test, with the reason. Not thread-safe.
 *
 * @param <C> the capabilities that the contract knows
 */
public final class Capabilities<C extends Enum<C>> {

  private final Set<C> undeclared;
  private final Map<C, String> lacking;

  private Capabilities(Class<C> type) {
    this.undeclared = EnumSet.allOf(type);
    this.lacking = new EnumMap<>(type);
  }

  /** Nothing declared yet. */
  public static <C extends Enum<C>> Capabilities<C> of(Class<C> type) {
    return new Capabilities<>(type);
  }

  /** Declares what the adapter can do. */
  @SafeVarargs
  public final Capabilities<C> has(C... capabilities) {
    for (C capability : capabilities) {
      undeclared.remove(capability);
    }
    return this;
  }

  /**
   * Declares what the adapter cannot do.
   *
   * @param reason why not, for whoever reads the test report
   */
  public Capabilities<C> lacks(C capability, String reason) {
    undeclared.remove(capability);
    lacking.put(capability, reason);
    return this;
  }

  /**
   * Goes on only if the adapter can do this.
   *
   * @throws AssertionError if the adapter has not declared everything
   * @throws org.opentest4j.TestAbortedException if it has declared that it cannot
   */
  void require(C capability) {
    if (!undeclared.isEmpty()) {
      throw new AssertionError("the adapter does not say whether it can do " + undeclared);
    }
    Assumptions.assumeFalse(
        lacking.containsKey(capability), () -> capability + ": " + lacking.get(capability));
  }

  /** Whether the adapter can do this, for behaviour that is one way or the other. */
  boolean can(C capability) {
    return !lacking.containsKey(capability);
  }
}
