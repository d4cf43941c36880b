// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What is known of those who send. Thread-safe. */
final class Senders {

  private static final String SERVICE = "service.name";
  private static final String INSTANCE = "service.instance.id";

  final Losses losses;
  final Flows flows;

  Senders(PrometheusRegistry registry) {
    losses = new Losses(registry);
    flows = new Flows(System::nanoTime);
  }

  /**
   * A request was read.
   *
   * @param size its bytes, unpacked
   * @param dropped how many spans its sender has lost so far
   */
  void sent(ExportTraceServiceRequest request, int size, long dropped) {
    if (dropped > 0 && request.getResourceSpansCount() > 0) {
      Resource sender = request.getResourceSpans(0).getResource();
      losses.told(text(sender, SERVICE), text(sender, INSTANCE), dropped);
    }
    boolean ofOne = request.getResourceSpansCount() == 1;
    for (ResourceSpans part : request.getResourceSpansList()) {
      flows.add(
          text(part.getResource(), SERVICE),
          part.getScopeSpansList().stream().mapToInt(ScopeSpans::getSpansCount).sum(),
          ofOne ? size : part.getSerializedSize());
    }
  }

  private static String text(Resource resource, String key) {
    for (KeyValue attribute : resource.getAttributesList()) {
      if (attribute.getKey().equals(key)) {
        return attribute.getValue().getStringValue();
      }
    }
    return "";
  }
}
