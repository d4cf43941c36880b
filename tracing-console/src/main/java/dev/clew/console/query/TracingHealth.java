// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.Completeness.MissingParent;
import dev.clew.analysis.SkewedClock;
import dev.clew.analysis.Trace;
import dev.clew.console.store.KeptSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far traces can be relied on: what they lack, and what they cost. For one thread. */
final class TracingHealth {

  private final Map<String, ServiceHealth> services = new TreeMap<>();
  private final Map<List<String>, Long> clocks = new HashMap<>();
  private int traces;
  private int incomplete;

  /** Adds all spans of some traces. */
  void add(List<KeptSpan> spans) {
    spans.forEach(span -> service(span.origin().service()).add(span));
    AnalysisSpans.traces(spans).forEach(this::add);
  }

  private void add(Trace trace) {
    traces++;
    List<MissingParent> missing = trace.completeness().missingParents();
    if (!missing.isEmpty()) {
      incomplete++;
      Map<String, String> owners = new HashMap<>();
      for (int i = 0; i < trace.size(); i++) {
        owners.put(trace.span(i).spanId(), trace.span(i).service());
      }
      missing.forEach(parent -> service(owners.get(parent.children().get(0))).missesParent());
    }
    for (SkewedClock clock : trace.skewedClocks()) {
      clocks.merge(
          List.of(clock.service(), clock.instance()), -clock.offsetNanos(), TracingHealth::larger);
    }
  }

  private static long larger(long one, long other) {
    return Math.abs(one) >= Math.abs(other) ? one : other;
  }

  private ServiceHealth service(String name) {
    return services.computeIfAbsent(name, key -> new ServiceHealth());
  }

  Map<String, Object> fields() {
    List<Map<String, Object>> ofServices = new ArrayList<>();
    services.forEach((name, health) -> ofServices.add(health.fields(name)));
    List<Map<String, Object>> ofClocks = new ArrayList<>();
    clocks.entrySet().stream()
        .sorted(Comparator.comparingLong(clock -> -Math.abs(clock.getValue())))
        .forEach(
            clock ->
                ofClocks.add(
                    Map.of(
                        "service", clock.getKey().get(0),
                        "instance", clock.getKey().get(1),
                        "aheadNanos", clock.getValue())));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("traces", traces);
    fields.put("incomplete", incomplete);
    fields.put("services", ofServices);
    fields.put("clocks", ofClocks);
    return fields;
  }
}
