// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What senders say that they have lost: totals of instances, of which the latest are known. Anybody
 * may send any name, so both those and the metric's services are bounded. Thread-safe.
 */
final class Losses {

  static final int MOST_INSTANCES = 1_000;
  static final int MOST_SERVICES = 200;

  /** The service of those that came when there were enough. */
  static final String OTHERS = "(others)";

  private record Instance(String service, String id) {}

  private final Map<Instance, Long> totals =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Instance, Long> eldest) {
          return size() > MOST_INSTANCES;
        }
      };

  private final Set<String> services = new HashSet<>();
  private final Counter dropped;

  Losses(PrometheusRegistry registry) {
    dropped =
        Counter.builder()
            .withoutExemplars()
            .name("clew_console_sender_dropped_spans_total")
            .help("Spans that senders say they have lost before they could be sent")
            .labelNames("service")
            .register(registry);
  }

  /** Takes a total; one that is smaller than before was overtaken on its way. */
  synchronized void told(String service, String instance, long spans) {
    Instance who = new Instance(service, instance);
    long before = totals.getOrDefault(who, 0L);
    if (spans > before) {
      totals.put(who, spans);
      dropped.labelValues(label(service)).inc(spans - before);
    }
  }

  private String label(String service) {
    return services.contains(service) || services.size() < MOST_SERVICES && services.add(service)
        ? service
        : OTHERS;
  }

  /** All that are known, those who lost most first. */
  synchronized List<Loss> known() {
    List<Loss> known = new ArrayList<>();
    totals.forEach((who, spans) -> known.add(new Loss(who.service(), who.id(), spans)));
    known.sort(
        Comparator.comparingLong(Loss::spans)
            .reversed()
            .thenComparing(Loss::service)
            .thenComparing(Loss::instance));
    return known;
  }
}
