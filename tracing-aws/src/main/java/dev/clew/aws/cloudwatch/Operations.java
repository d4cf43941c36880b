// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.util.HashSet;
import java.util.Set;
import java.util.logging.Logger;

/**
 * The operations that are measured each for itself: as many as are allowed, those that come first.
 * Every one of them is metrics that cost. For one thread.
 */
final class Operations {

  /** What all others are measured as; its requests tell how many there are. */
  static final String OTHER = "(other)";

  private static final Logger LOG = Logger.getLogger("dev.clew");

  private final int most;
  private final Set<String> known = new HashSet<>();
  private boolean told;

  Operations(int most) {
    this.most = most;
  }

  String name(String operation) {
    if (known.contains(operation)) {
      return operation;
    }
    if (known.size() < most) {
      known.add(operation);
      return operation;
    }
    if (!told) {
      told = true;
      LOG.warning(
          "CLEW-0740: there are more than "
              + most
              + " operations (clew.aws.cloudwatch.operations); the others are measured together as "
              + OTHER);
    }
    return OTHER;
  }
}
