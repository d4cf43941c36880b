// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Problems;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several propagators as one, each kept apart from the others and all of them from the application:
 * where one throws, or the carrier does, the others still run. Thread-safe if they are.
 */
final class GuardedPropagators implements TextMapPropagator {

  private final GuardedPropagator[] members;
  private final List<String> fields;

  GuardedPropagators(Map<String, TextMapPropagator> byName, Problems problems) {
    members = new GuardedPropagator[byName.size()];
    Set<String> all = new LinkedHashSet<>();
    int count = 0;
    for (Map.Entry<String, TextMapPropagator> named : byName.entrySet()) {
      GuardedPropagator member = new GuardedPropagator(named.getKey(), named.getValue(), problems);
      members[count++] = member;
      all.addAll(member.fields());
    }
    fields = List.copyOf(all);
  }

  @Override
  public Collection<String> fields() {
    return fields;
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    if (context == null || setter == null) {
      return;
    }
    for (GuardedPropagator member : members) {
      member.inject(context, carrier, setter);
    }
  }

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    Context extracted = context == null ? Context.root() : context;
    if (getter == null) {
      return extracted;
    }
    for (GuardedPropagator member : members) {
      extracted = member.extract(extracted, carrier, getter);
    }
    return extracted;
  }

  @Override
  public String toString() {
    return List.of(members).toString();
  }
}
