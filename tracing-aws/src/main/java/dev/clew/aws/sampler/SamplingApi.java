// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What X-Ray is asked. For one thread, but for {@link #abort}. */
interface SamplingApi extends AutoCloseable {

  /** Rules that it takes statistics of in one go (GetSamplingTargets). */
  int MOST_STATISTICS = 25;

  /**
   * What it answers to statistics.
   *
   * @param rulesModified epoch milliseconds; 0 where it does not say
   * @param unprocessed rules whose statistics have to be told again
   */
  record Targets(long rulesModified, List<Target> targets, Set<String> unprocessed) {}

  /** All rules that can be understood, in any order. */
  List<SamplingRule> rules() throws IOException;

  /** Tells what was decided, and asks what to do from now on. */
  Targets targets(List<Statistics> statistics, Service service, long epochMillis)
      throws IOException;

  /** Makes what is under way, and all that follows, fail soon. For any thread. */
  void abort();

  @Override
  void close();
}
