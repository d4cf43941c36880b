// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what is worth knowing, the most important first. */
public final class Insights {

  private static final List<Detector> OF_ONE_TRACE =
      List.of(
          new ErrorOrigins(),
          new TimeOuts(),
          new RetryStorms(),
          new RepeatedQueries(),
          new DominantWork(),
          new Waiting(),
          new SerialCalls(),
          new ChattyCalls(),
          new ManyServices());

  private static final Comparator<Insight> ORDER =
      Comparator.comparing(Insight::severity)
          .thenComparing(Insight::kind)
          .thenComparing(Comparator.comparingLong(Insight::nanos).reversed())
          .thenComparing(Insight::title);

  private Insights() {}

  /** Of a trace by itself. */
  public static List<Insight> of(Trace trace) {
    return of(trace, RouteHistory.none());
  }

  /** Of a trace, also against others that began in the same way. */
  public static List<Insight> of(Trace trace, RouteHistory history) {
    TraceView view = new TraceView(trace);
    List<Insight> found = new ArrayList<>();
    OF_ONE_TRACE.forEach(detector -> detector.find(view, found::add));
    new SlowerThanUsual(history).find(view, found::add);
    found.sort(ORDER);
    return found;
  }

  /** Of many traces together. */
  public static List<Insight> across(Collection<Trace> traces) {
    List<Insight> found = new ArrayList<>(SinglePoints.of(traces));
    found.sort(ORDER);
    return found;
  }
}
