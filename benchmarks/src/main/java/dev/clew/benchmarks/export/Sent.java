// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import java.util.List;

/**
 * What came of one load.
 *
 * @param cpuNanos processor time of the sending process a span, one for each window
 * @param perSecond spans that arrived in a second, one for each window
 * @param survivors of the spans that had ended, how many percent were reachable after a young
 *     collection, one for each; empty where nobody looked
 * @param kept bytes that young collections kept for each span that had ended since the one before
 * @param lost of the spans that ended, the part that did not arrive; 0 to 1
 */
public record Sent(
    List<Double> cpuNanos,
    List<Double> perSecond,
    List<Double> survivors,
    List<Double> kept,
    double lost) {}
