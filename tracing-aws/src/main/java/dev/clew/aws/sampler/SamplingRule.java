// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.util.Comparator;

/**
 * A rule as it is given. Immutable.
 *
 * @param name unique among the rules
 * @param priority the lowest that matches decides
 * @param reservoir traces a second that are taken before the rate counts; of a central rule all
 *     services together
 * @param rate from 0 to 1
 * @param boosted whether X-Ray may raise the rate for a while, and is told of failures for it
 */
record SamplingRule(
    String name, int priority, int reservoir, double rate, boolean boosted, Conditions conditions) {

  static final Comparator<SamplingRule> ORDER =
      Comparator.comparingInt(SamplingRule::priority).thenComparing(SamplingRule::name);

  SamplingRule {
    if (!(rate >= 0 && rate <= 1) || reservoir < 0) {
      throw new IllegalArgumentException("rule '" + name + "' has no such rate or reservoir");
    }
  }
}
