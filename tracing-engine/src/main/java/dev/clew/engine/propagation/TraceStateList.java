// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A tracestate that is its header: what is passed on unchanged is neither taken apart nor put
 * together. Never empty; immutable.
 *
 * <p>Ours, because the one of the OpenTelemetry API knows the keys of level 1 only and loses {@code
 * foo@} or {@code 1foo}. Samplers extend it with what they want to find again at the spans below.
 */
public class TraceStateList implements TraceState {

  /** Longer members are the first to go where the whole is too long, as level 2 says. */
  private static final int LONG_MEMBER = 128;

  /**
   * What is passed on at most, in characters; level 2 asks for 512. The grammar would allow 16 kB,
   * which is more than common servers take as all headers together. This much always has room for
   * 32 members that are not long ones, so only those ever have to go.
   */
  static final int MAX_LENGTH = TraceStateMember.MAX_MEMBERS * (LONG_MEMBER + 1) - 1;

  private final String header;
  private final int size;

  /**
   * A tracestate of a header that need not be read again.
   *
   * @param header valid, without white space around members and without empty members
   * @param size the number of its members, at least one
   */
  public TraceStateList(String header, int size) {
    this.header = header;
    this.size = size;
  }

  /** A tracestate of valid members with different keys, cut to {@link #MAX_LENGTH}. */
  static TraceState of(List<TraceStateMember> members) {
    List<TraceStateMember> kept = cut(members);
    if (kept.isEmpty()) {
      return TraceState.getDefault();
    }
    StringBuilder header = new StringBuilder(length(kept));
    for (TraceStateMember member : kept) {
      header
          .append(header.isEmpty() ? "" : ",")
          .append(member.key())
          .append('=')
          .append(member.value());
    }
    return new TraceStateList(header.toString(), kept.size());
  }

  /** The header of any tracestate; empty where it has no valid member. */
  public static String header(TraceState state) {
    if (state instanceof TraceStateList list) {
      return list.header;
    }
    return state == null || state.isEmpty() ? "" : headerOfForeign(state);
  }

  private static String headerOfForeign(TraceState state) {
    List<TraceStateMember> members = new ArrayList<>();
    state.forEach(
        (key, value) -> {
          if (members.size() < TraceStateMember.MAX_MEMBERS
              && TraceStateMember.isValid(key, value)) {
            members.add(new TraceStateMember(key, value));
          }
        });
    return of(members) instanceof TraceStateList list ? list.header : "";
  }

  /** Drops whole members, the last long one first, until the rest is short enough. */
  private static List<TraceStateMember> cut(List<TraceStateMember> members) {
    List<TraceStateMember> kept = new ArrayList<>(members);
    for (int i = kept.size() - 1; i >= 0 && length(kept) > MAX_LENGTH; i--) {
      if (kept.get(i).length() > LONG_MEMBER) {
        kept.remove(i);
      }
    }
    return kept;
  }

  private static int length(List<TraceStateMember> members) {
    int length = members.size() - 1;
    for (TraceStateMember member : members) {
      length += member.length();
    }
    return length;
  }

  @Override
  public String get(String key) {
    if (key == null) {
      return null;
    }
    for (int from = 0; from < header.length(); from = end(from) + 1) {
      int equals = header.indexOf('=', from);
      if (equals - from == key.length() && header.startsWith(key, from)) {
        return header.substring(equals + 1, end(from));
      }
    }
    return null;
  }

  @Override
  public void forEach(BiConsumer<String, String> consumer) {
    if (consumer == null) {
      return;
    }
    for (int from = 0; from < header.length(); from = end(from) + 1) {
      int equals = header.indexOf('=', from);
      consumer.accept(header.substring(from, equals), header.substring(equals + 1, end(from)));
    }
  }

  private int end(int from) {
    int comma = header.indexOf(',', from);
    return comma < 0 ? header.length() : comma;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public TraceStateBuilder toBuilder() {
    return new TraceStateListBuilder(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TraceStateList list && list.header.equals(header);
  }

  @Override
  public int hashCode() {
    return header.hashCode();
  }

  @Override
  public String toString() {
    return header;
  }
}
