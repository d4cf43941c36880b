// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * All samples of one set of parameters.
 *
 * @param layer where
 * @param tracer who
 * @param rate as a {@link Key} has it
 * @param samples one for each iteration of each fork
 */
public record Figure(Layer layer, String tracer, String rate, Map<Measure, List<Double>> samples) {

  Key key() {
    return new Key(layer, tracer, rate);
  }
}
