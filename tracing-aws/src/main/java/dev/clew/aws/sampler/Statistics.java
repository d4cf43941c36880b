// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

/**
 * What a rule has decided since X-Ray was told last. Immutable.
 *
 * @param rule its name
 * @param requests that it decided on
 * @param sampled of them
 * @param borrowed of those, taken before there was a quota
 * @param failed of those that were sampled
 * @param boosted whether X-Ray wants to know of failures
 */
record Statistics(
    String rule, long requests, long sampled, long borrowed, long failed, boolean boosted) {

  /** How many have failed in all, if those that were not sampled failed as often. */
  long failedOfAll() {
    return sampled == 0 ? 0 : Math.round((double) failed * requests / sampled);
  }
}
