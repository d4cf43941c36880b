// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.otlp.OtlpSpan;

/**
 * When a span was, as far as a clock can show it: what starts before 1970, or ends before it
 * starts, would stand in the way of all others.
 */
record Times(long start, long end) {

  static Times of(OtlpSpan span) {
    long start = Math.max(0, span.start());
    return new Times(start, Math.max(start, span.end()));
  }

  long duration() {
    return end - start;
  }
}
