// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.TraceState;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a tracestate header (W3C Trace Context level 2, "Tracestate Header"). One broken member, or
 * more than 32, discards them all. Of members with the same key the first, which is the latest one
 * written, is kept. Empty members and white space around members are dropped.
 *
 * <p>A header that needs none of that, as they all do in practice, is taken as it is.
 */
final class TraceStateReader {

  /** What 32 members of the longest allowed size take, with room for white space. */
  static final int MAX_LENGTH = 32 * 1024;

  private final CharSequence text;
  private int members;

  /** Whether the text can be sent on as it stands. */
  private boolean tidy = true;

  /** One bit for each key's hash: a key whose bit is not set yet is no duplicate. */
  private long keys;

  private TraceStateReader(CharSequence text) {
    this.text = text;
  }

  static TraceState read(CharSequence header) {
    if (header.length() > MAX_LENGTH) {
      return TraceState.getDefault();
    }
    TraceStateReader reader = new TraceStateReader(header);
    if (!reader.readMembers() || reader.members == 0) {
      return TraceState.getDefault();
    }
    return reader.tidy && header.length() <= TraceStateList.MAX_LENGTH
        ? new TraceStateList(header.toString(), reader.members)
        : TraceStateList.of(reader.tidied());
  }

  private boolean readMembers() {
    int from = 0;
    while (from <= text.length()) {
      int start = Scan.skipSpace(text, from, text.length());
      int to = start == text.length() || text.charAt(start) == ',' ? start : readMember(start);
      if (to < 0) {
        return false;
      }
      tidy &= start == from && to > start;
      from = to + 1;
    }
    return true;
  }

  /** Where the member's comma stands, or the end; -1 where this is no member, or one too many. */
  private int readMember(int from) {
    int equals = TraceStateMember.keyEnd(text, from, text.length());
    if (equals < 0 || equals == text.length() || text.charAt(equals) != '=') {
      return -1;
    }
    int chars = CharClass.TRACE_STATE_VALUE.end(text, equals + 1, text.length());
    int end = Scan.trimEnd(text, equals + 1, chars);
    int comma = Scan.skipSpace(text, chars, text.length());
    if (!TraceStateMember.isValueLength(end - equals - 1)
        || comma < text.length() && text.charAt(comma) != ','
        || ++members > TraceStateMember.MAX_MEMBERS) {
      return -1;
    }
    tidy &= end == comma && isNew(from, equals);
    return comma;
  }

  private boolean isNew(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    long before = keys;
    keys |= 1L << (hash ^ hash >>> 15);
    return keys != before;
  }

  private List<TraceStateMember> tidied() {
    List<TraceStateMember> tidied = new ArrayList<>(members);
    int from = 0;
    while (from <= text.length()) {
      int comma = Scan.indexOf(text, ',', from, text.length());
      int start = Scan.skipSpace(text, from, comma);
      if (start < comma) {
        int equals = Scan.indexOf(text, '=', start, comma);
        String key = Scan.cut(text, start, equals);
        if (!hasKey(tidied, key)) {
          int end = Scan.trimEnd(text, equals, comma);
          tidied.add(new TraceStateMember(key, Scan.cut(text, equals + 1, end)));
        }
      }
      from = comma + 1;
    }
    return tidied;
  }

  private static boolean hasKey(List<TraceStateMember> members, String key) {
    for (TraceStateMember member : members) {
      if (member.key().equals(key)) {
        return true;
      }
    }
    return false;
  }
}
