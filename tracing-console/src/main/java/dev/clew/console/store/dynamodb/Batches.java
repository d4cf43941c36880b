// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.console.store.KeptSpan;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.BatchBuilder;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts spans together as a sender takes them: a batch for each resource. */
final class Batches {

  private final BatchBuilder spans = new BatchBuilder();
  private final List<InstrumentationScope> scopes = new ArrayList<>();

  private Batches() {}

  static List<Batch> of(List<KeptSpan> spans) {
    Map<Resource, Batches> resources = new LinkedHashMap<>();
    for (KeptSpan span : spans) {
      resources.computeIfAbsent(span.origin().resource(), resource -> new Batches()).add(span);
    }
    List<Batch> batches = new ArrayList<>();
    resources.forEach((resource, batch) -> batches.add(batch.build(resource)));
    return batches;
  }

  private void add(KeptSpan span) {
    InstrumentationScope scope = span.origin().scope();
    if (scopes.isEmpty() || !scopes.get(scopes.size() - 1).equals(scope)) {
      scopes.add(scope);
    }
    byte[] bytes = span.span().toByteArray();
    spans.add(scopes.size() - 1, bytes, 0, bytes.length);
  }

  private Batch build(Resource resource) {
    return spans.build(
        ResourceSpans.newBuilder().setResource(resource).build().toByteArray(),
        scope -> ScopeSpans.newBuilder().setScope(scopes.get(scope)).build().toByteArray());
  }
}
