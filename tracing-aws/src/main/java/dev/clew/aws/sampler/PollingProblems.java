// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reports that X-Ray is out of reach, once until it is not. For one thread. */
final class PollingProblems implements Consumer<Throwable> {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  private final Problems problems;
  private boolean told;

  PollingProblems(Problems problems) {
    this.problems = problems;
  }

  /** Takes what went wrong; {@code null} where all is well. */
  @Override
  public void accept(Throwable failed) {
    if (failed == null) {
      told = false;
    } else if (told) {
      LOGGER.log(Level.FINE, "CLEW-0710", failed);
    } else {
      told = true;
      problems.report(
          "CLEW-0710",
          "X-Ray cannot be asked for its sampling rules (%s); what it said last holds for an hour, then local rules do"
              .formatted(Printable.of(String.valueOf(failed), 200)));
    }
  }
}
