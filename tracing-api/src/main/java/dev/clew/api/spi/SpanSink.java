// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes finished spans as bytes. Implementations are thread-safe, never block and never throw:
 * their callers are application threads.
 *
 * <p>All bytes are OTLP protobuf ({@code opentelemetry/proto/trace/v1/trace.proto}), laid out so
 * that an export request is made by putting prefixes, tags and lengths together, without parsing.
 */
public interface SpanSink {

  /**
   * Says, once and before the first span, whose spans these are.
   *
   * @param resourcePrefix the fields {@code resource} and {@code schema_url} of a {@code
   *     ResourceSpans} message, with their tags and lengths; not modified afterwards
   */
  void resource(byte[] resourcePrefix);

  /**
   * Registers an instrumentation scope.
   *
   * @param scopePrefix the fields {@code scope} and {@code schema_url} of a {@code ScopeSpans}
   *     message, with their tags and lengths; not modified afterwards
   * @return a number of 0 or more for {@link #offer}; the same for equal bytes
   */
  int scope(byte[] scopePrefix);

  /**
   * Says that a span which will be recorded has started. Does nothing, unless somebody wants to
   * find spans that never end, as tests do.
   */
  default void started(long traceIdHigh, long traceIdLow, long spanId) {}

  /**
   * Says what the engine counts, for those who show counts of their own: a snapshot whenever asked
   * for, from any thread. Does nothing, unless this is one who does.
   */
  default void show(Supplier<Map<String, Long>> counts) {}

  /**
   * Processor time that threads of its own have spent on spans so far, in nanoseconds; 0 where that
   * is not known. For any thread.
   */
  default long cpuNanos() {
    return 0;
  }

  /** The longest span that {@link #offer} takes, in bytes. */
  int maxSpanBytes();

  /**
   * Takes one finished span. The bytes are copied before this returns.
   *
   * @param scope from {@link #scope}
   * @param bytes holds the body of an OTLP {@code Span} message, without tag and length
   * @return whether it was taken; one that was not has been counted as dropped
   */
  boolean offer(int scope, byte[] bytes, int offset, int length);
}
