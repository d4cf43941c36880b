// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import dev.clew.benchmarks.report.Key;

/** Something that is measured in one go. */
interface Step {

  /** What it is. */
  Key key();

  /** About how long it takes. */
  double seconds();

  /**
   * Measures it.
   *
   * @return the most telling figure, for people who watch
   */
  String run(Samples samples) throws StepFailed;

  /** It could not be measured. */
  final class StepFailed extends Exception {
    private static final long serialVersionUID = 1;

    StepFailed(Key key, Throwable cause) {
      super(key + ": " + cause.getMessage(), cause);
    }
  }
}
