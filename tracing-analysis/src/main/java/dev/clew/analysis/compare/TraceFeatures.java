// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Resource;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.compare.Feature.Kind;
import dev.clew.analysis.path.Operation;
import java.util.HashMap;
import java.util.Map;

/** What a trace has, each with the first span that has it. For one thread. */
final class TraceFeatures {

  /** A service's name is a feature of its own. */
  private static final String SERVICE = "service.name";

  private final NumericKeys numbers = new NumericKeys();

  TraceFeatures(Iterable<Trace> traces) {
    for (Trace trace : traces) {
      for (int i = 0; i < trace.size(); i++) {
        numbers.look(trace.span(i).attributes());
        numbers.look(trace.span(i).resource().attributes());
      }
    }
  }

  Map<Feature, SpanRef> of(Trace trace) {
    Map<Feature, SpanRef> found = new HashMap<>();
    Map<Resource, SpanRef> resources = new HashMap<>();
    Map<Operation, Integer> calls = new HashMap<>();
    Map<Operation, SpanRef> firsts = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      Span span = trace.span(i);
      SpanRef ref = SpanRef.of(span);
      resources.putIfAbsent(span.resource(), ref);
      calls.merge(Operation.of(span), 1, Integer::sum);
      firsts.putIfAbsent(Operation.of(span), ref);
      if (span.failed()) {
        found.putIfAbsent(new Feature(Kind.FAILURE, span.service(), span.name(), ""), ref);
      }
      add(Kind.ATTRIBUTE, "", span.attributes(), ref, found);
    }
    resources.forEach(
        (resource, ref) -> {
          found.putIfAbsent(new Feature(Kind.SERVICE, resource.service(), "", ""), ref);
          add(Kind.RESOURCE, resource.service(), resource.attributes(), ref, found);
        });
    calls.forEach((operation, count) -> addCalls(operation, count, firsts.get(operation), found));
    return found;
  }

  private void add(
      Kind kind, String service, Attributes attributes, SpanRef ref, Map<Feature, SpanRef> found) {
    attributes.forEach(
        (key, value) -> {
          if (!key.equals(SERVICE)) {
            found.putIfAbsent(new Feature(kind, service, key, numbers.text(key, value)), ref);
          }
        });
  }

  private static void addCalls(
      Operation operation, int count, SpanRef ref, Map<Feature, SpanRef> found) {
    String service = operation.service();
    found.put(new Feature(Kind.OPERATION, service, operation.name(), ""), ref);
    for (int least = 2; least <= count && least > 0; least *= 2) {
      String times = Integer.toString(least);
      found.put(new Feature(Kind.REPETITION, service, operation.name(), times), ref);
    }
  }
}
