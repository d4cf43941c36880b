// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import dev.clew.analysis.Names;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Goes back in time from the end of a span to the start of one that it is below, or the same: down
 * to the child that ended last before, and up again where a span starts. Each span's children are
 * passed once, so it takes as long as sorting them does. For one thread.
 */
final class PathWalk {

  private final Trace trace;
  private final int top;
  private final ByEnd children;
  private final List<Segment> found = new ArrayList<>();
  private int at;
  private long time;

  /** Whether this span's end is where the path came from. */
  private boolean entering = true;

  PathWalk(Trace trace, int last, int top) {
    this.trace = trace;
    this.top = top;
    this.children = new ByEnd(trace, top);
    this.at = last;
    this.time = trace.endNanos(last);
    while (at != Trace.NONE) {
      step();
    }
    Collections.reverse(found);
  }

  List<Segment> segments() {
    return found;
  }

  private void step() {
    int child = children.nextBefore(at, time, entering);
    entering = child != Trace.NONE;
    if (entering) {
      add(at, trace.endNanos(child), false);
      at = child;
      return;
    }
    add(at, trace.startNanos(at), false);
    if (at == top) {
      at = Trace.NONE;
      return;
    }
    add(at, handedOver(), true);
    at = trace.parent(at);
  }

  /** When the parent was done with what led to this span: it may say itself that it had to wait. */
  private long handedOver() {
    int parent = trace.parent(at);
    double waited = trace.span(at).attributes().number(Names.TASK_WAIT_TIME, 0);
    long submitted = Math.max(trace.startNanos(parent), time - Nanos.ofSeconds(waited));
    return Math.min(submitted, trace.endNanos(parent));
  }

  /** Goes back to a time, if that is earlier. */
  private void add(int span, long until, boolean waiting) {
    if (until < time) {
      found.add(new Segment(span, until, time, waiting));
      time = until;
    }
  }
}
