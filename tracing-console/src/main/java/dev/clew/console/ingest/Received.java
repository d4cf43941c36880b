// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

/**
 * What came in since the collector started.
 *
 * @param kept spans
 * @param refused spans without valid ids
 * @param turnedAway requests that were told to come back later
 * @param waitingBytes accepted, and not stored yet
 */
public record Received(long kept, long refused, long turnedAway, long waitingBytes) {}
