// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.Map;
import java.util.function.Function;

/**
 * Decides, as a span starts, whether it is recorded (OpenTelemetry Trace SDK, "Sampler").
 *
 * <p>Implementations are thread-safe and quick: they run on application threads, once for each
 * span. One that throws does no harm; its span is treated as its parent was, or not recorded.
 */
@FunctionalInterface
public interface Sampler extends AutoCloseable {

  /**
   * The decision for a span that is about to start.
   *
   * @param candidate valid during the call only
   * @return not null; {@link Decision}'s constants cost no allocation
   */
  Decision sample(Candidate candidate);

  /**
   * Whether a local parent that is not sampled settles the matter. Then {@link #sample} is not
   * asked for its children, which cost nothing. The answer must not change.
   */
  default boolean followsUnsampledParent() {
    return false;
  }

  /**
   * How often it decided what, for people; by names that begin with {@code sampler.}. Safe for use
   * by any thread.
   */
  default Map<String, Long> counts() {
    return Map.of();
  }

  /**
   * Is told what recorded spans cost; {@code null} where the sampler does not want to know, and
   * nothing is measured. The answer must not change.
   */
  default RecordingCost cost() {
    return null;
  }

  /**
   * Whether it looks at an attribute that costs something to find out before a span starts: {@code
   * server.address} of a server's. What costs nothing is there without that.
   */
  default boolean samplesBy(String attribute) {
    return false;
  }

  /** Whether it wants to be told of {@linkplain #failed failures}. The answer must not change. */
  default boolean watchesFailures() {
    return false;
  }

  /**
   * Is told that a recorded span with no other of this process above it has ended with an error.
   *
   * @param attributes gives those of the span, as {@link Candidate#attribute} does; valid during
   *     the call only
   */
  default void failed(Function<String, Object> attributes) {}

  /** Releases what the sampler holds; called once, as the engine closes. */
  @Override
  default void close() {}
}
