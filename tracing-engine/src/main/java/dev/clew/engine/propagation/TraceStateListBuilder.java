// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes a tracestate as level 2 says ("Mutating the tracestate Field"): what is put stands first,
 * once, and pushes the last one out where there would be more than 32. Not thread-safe.
 */
final class TraceStateListBuilder implements TraceStateBuilder {

  private final List<TraceStateMember> members = new ArrayList<>();

  TraceStateListBuilder(TraceStateList start) {
    start.forEach((key, value) -> members.add(new TraceStateMember(key, value)));
  }

  /** Puts a member first; a key or value that is not allowed is ignored. */
  @Override
  public TraceStateBuilder put(String key, String value) {
    if (TraceStateMember.isValid(key, value)) {
      remove(key);
      members.add(0, new TraceStateMember(key, value));
      if (members.size() > TraceStateMember.MAX_MEMBERS) {
        members.remove(TraceStateMember.MAX_MEMBERS);
      }
    }
    return this;
  }

  @Override
  public TraceStateBuilder remove(String key) {
    members.removeIf(member -> member.key().equals(key));
    return this;
  }

  @Override
  public TraceState build() {
    return TraceStateList.of(members);
  }
}
