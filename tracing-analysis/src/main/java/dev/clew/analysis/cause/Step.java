// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.Names;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.Trace;
import dev.clew.analysis.path.Operation;
import java.util.Comparator;

/**
 * An operation, and for clients whom it calls: all their calls may have the same name.
 *
 * @param target empty for all others
 */
record Step(Operation operation, String target) implements Comparable<Step> {

  private static final Comparator<Step> ORDER =
      Comparator.comparing(Step::operation).thenComparing(Step::target);

  static Step of(Trace trace, int index) {
    Span span = trace.span(index);
    return new Step(Operation.of(span), span.kind() == SpanKind.CLIENT ? called(trace, index) : "");
  }

  private static String called(Trace trace, int client) {
    int answer = trace.firstChild(client);
    if (answer < trace.end(client)) {
      return trace.span(answer).service() + ' ' + trace.span(answer).name();
    }
    String address = trace.span(client).attributes().text(Names.SERVER_ADDRESS);
    return address == null ? "" : address;
  }

  @Override
  public int compareTo(Step other) {
    return ORDER.compare(this, other);
  }
}
