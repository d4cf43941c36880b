// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.ArrayList;
import java.util.List;

/** Starts and ends that can be calculated with. */
final class Times {

  private final long[] starts;
  private final long[] ends;

  private Times(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** As spans say, within bounds. */
  static Times of(Span[] spans) {
    long[] starts = new long[spans.length];
    long[] ends = new long[spans.length];
    for (int i = 0; i < spans.length; i++) {
      starts[i] = Nanos.time(spans[i].startNanos());
      ends[i] = Math.max(starts[i], Nanos.time(spans[i].endNanos()));
    }
    return new Times(starts, ends);
  }

  /** The ids of spans that say something else. */
  static List<String> implausible(Span[] spans) {
    List<String> found = new ArrayList<>();
    for (Span span : spans) {
      if (Nanos.time(span.startNanos()) != span.startNanos()
          || Nanos.time(span.endNanos()) != span.endNanos()
          || span.endNanos() < span.startNanos()) {
        found.add(span.spanId());
      }
    }
    return found;
  }

  /** With an offset for each span; durations stay where there is room for them. */
  Times plus(long[] offsets) {
    long[] movedStarts = new long[starts.length];
    long[] movedEnds = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      movedStarts[i] = Nanos.time(Nanos.add(starts[i], offsets[i]));
      movedEnds[i] = Nanos.time(Nanos.add(ends[i], offsets[i]));
    }
    return new Times(movedStarts, movedEnds);
  }

  long start(int index) {
    return starts[index];
  }

  long end(int index) {
    return ends[index];
  }

  long duration(int index) {
    return ends[index] - starts[index];
  }
}
