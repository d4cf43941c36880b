// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/**
 * A clock that differs from that of the trace's root so much that effects would come before their
 * causes, and what was done about it.
 *
 * @param service whose clock it is
 * @param instance which of the service's processes; empty where not known
 * @param offsetNanos what was added to the times of its spans: negative where it is ahead
 * @param minNanos the least that can be added, by what its spans and others say of each other;
 *     {@link Long#MIN_VALUE} where nothing tells
 * @param maxNanos the most that can be added; {@link Long#MAX_VALUE} where nothing tells
 * @param spans how many spans were moved
 */
public record SkewedClock(
    String service, String instance, long offsetNanos, long minNanos, long maxNanos, int spans) {}
