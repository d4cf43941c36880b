// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.io.IOException;

/** Knows one of AWS's services from within. */
interface Detector {

  /** Whether the process runs there; asks nobody. */
  boolean isHere(Surroundings surroundings);

  /**
   * Says what can be found out, beginning with what nobody has to be asked for.
   *
   * @throws IOException where somebody was asked and did not answer
   */
  void detect(Surroundings surroundings, Metadata metadata, Found found) throws IOException;
}
