// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

/** A tracer that does what all the others do. {@link #tree} and {@link #child} by any thread. */
public interface TestedTracer extends AutoCloseable {

  /** A root and three nested children, each current while it is open, with three attributes. */
  void tree();

  /** One child of what is current on this thread, as above. */
  void child();

  /**
   * Makes the span of a request current whose caller does not sample.
   *
   * @return puts back what was current before
   */
  Runnable enterUnsampled();

  /** How many spans have been handed to whoever sends them; what was lost on the way is not. */
  long delivered();

  @Override
  void close();
}
