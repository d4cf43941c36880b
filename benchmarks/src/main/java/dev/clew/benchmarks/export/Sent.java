// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import java.util.List;

/**
 * What came of one load.
 *
 * @param cpuNanos processor time of the sending process a span, one for each window
 * @param perSecond spans that arrived in a second, one for each window
 * @param lost of the spans that ended, the part that did not arrive; 0 to 1
 */
public record Sent(List<Double> cpuNanos, List<Double> perSecond, double lost) {}
