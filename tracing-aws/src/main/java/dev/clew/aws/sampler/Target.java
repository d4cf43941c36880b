// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

/**
 * What X-Ray tells a service to do by a rule. Immutable.
 *
 * @param rule its name
 * @param rate from 0 to 1; negative where it says nothing of it
 * @param quota traces a second of the reservoir; negative where there is none
 * @param quotaEnds epoch milliseconds
 * @param intervalMillis until it wants to hear again; 0 where it says nothing of it
 * @param boost a rate for a while; negative for none
 * @param boostEnds epoch milliseconds
 */
record Target(
    String rule,
    double rate,
    long quota,
    long quotaEnds,
    long intervalMillis,
    double boost,
    long boostEnds) {}
