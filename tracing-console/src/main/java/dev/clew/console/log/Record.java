// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

/**
 * One record.
 *
 * @param payload what was appended
 * @param end the place after it
 */
public record Record(byte[] payload, Position end) {}
