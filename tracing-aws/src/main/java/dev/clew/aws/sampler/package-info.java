// SPDX-License-Identifier: Apache-2.0
/**
 * X-Ray's centralised sampling: {@code xray} in {@code otel.traces.sampler}. Rules and quotas are
 * fetched by one thread of its own; deciding asks nobody.
 */
package dev.clew.aws.sampler;
