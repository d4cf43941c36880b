// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import java.util.Map;

/** A tracer that does what all the others do; {@link #enterUnsampled} apart, by any thread. */
public interface TestedTracer extends AutoCloseable {

  /** A root alone, current while it is open, with three attributes. */
  void span();

  /** A root and three nested children, each current while it is open, with three attributes. */
  void tree();

  /** The same with values that never come again. */
  void tree(Values values);

  /** One child of what is current on this thread, as above. */
  void child();

  /**
   * Makes the span of a request current whose caller does not sample.
   *
   * @return puts back what was current before
   */
  Runnable enterUnsampled();

  /** The headers of a caller, in this tracer's own format. */
  Map<String, String> caller(boolean sampled);

  /**
   * A request that arrives and another that leaves: extract, server span, inject.
   *
   * @param caller from {@link #caller}
   * @param outgoing gets the headers of the request that leaves
   */
  void hop(Map<String, String> caller, Map<String, String> outgoing);

  /** How many spans have been handed to whoever sends them; what was lost on the way is not. */
  long delivered();

  @Override
  void close();
}
