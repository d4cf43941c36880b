// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

/**
 * How much a service sends at present.
 *
 * @param bytesPerSecond as sent, unpacked
 */
public record Flow(String service, double spansPerSecond, double bytesPerSecond) {}
