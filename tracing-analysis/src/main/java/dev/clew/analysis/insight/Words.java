// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Names;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanEvent;
import dev.clew.analysis.Texts;

/** How spans are named in sentences. What comes from spans is cut, and never spans lines. */
final class Words {

  private Words() {}

  /** A span, with its service. */
  static String name(Span span) {
    return Texts.quoted(span.name()) + " in " + Texts.cut(span.service());
  }

  /** What a call asks for, and of whom. */
  static String target(Span call) {
    String summary = call.attributes().text(Names.DB_SUMMARY);
    String peer = Target.peer(call);
    String what = Texts.quoted(summary == null ? call.name() : summary);
    return peer.isEmpty() ? what : what + " to " + Texts.cut(peer);
  }

  static String percent(double part) {
    return Math.round(part * 100) + " %";
  }

  /** What went wrong in a span, as exactly as it says; empty where it says nothing. */
  static String error(Span span) {
    String type = span.attributes().text(Names.ERROR_TYPE);
    for (SpanEvent event : span.events()) {
      String exception = event.attributes().text(Names.EXCEPTION_TYPE);
      type = exception == null ? type : exception;
    }
    String description = span.status().description();
    if (type == null) {
      return Texts.cut(description);
    }
    return description.isEmpty()
        ? Texts.cut(type)
        : Texts.cut(type) + ": " + Texts.cut(description);
  }
}
