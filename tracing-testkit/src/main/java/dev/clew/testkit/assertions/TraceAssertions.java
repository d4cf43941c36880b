// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import dev.clew.testkit.Traces;
import java.util.Collection;
import java.util.List;

/**
 * Where assertions of traces begin.
 *
 * <pre>{@code
 * assertThatTrace(spans)
 *     .hasTree("POST /orders > OrderService.place > [INSERT orders, POST /stock]")
 *     .hasNoErrors()
 *     .span("INSERT orders")
 *     .hasKind(SpanKind.CLIENT)
 *     .hasAttribute("db.system.name", "h2database")
 *     .isChildOf("OrderService.place");
 * }</pre>
 *
 * <p>A tree is written as it is read, on one line or on many:
 *
 * <table>
 * <caption>The notation of trees</caption>
 * <tr><th>sign</th><th>meaning</th></tr>
 * <tr><td>{@code a > b}</td><td>{@code b} is the only child of {@code a}</td></tr>
 * <tr><td>{@code a > [b, c]}</td><td>the children of {@code a}, in the order of their
 *     starts</td></tr>
 * <tr><td>{@code a > {b, c}}</td><td>the children of {@code a}, in any order</td></tr>
 * <tr><td>{@code ...}</td><td>as one of several, or as the only one: any spans, or none, with all
 *     below them</td></tr>
 * <tr><td>{@code shop: a}</td><td>a span of the service {@code shop}</td></tr>
 * <tr><td>{@code a (client)}, {@code a (server, error)}</td><td>a span of that kind, with that
 *     status; what is not said may be anything</td></tr>
 * <tr><td>{@code GET *}</td><td>an asterisk stands for any text in a name</td></tr>
 * <tr><td>{@code 'a > b'}, {@code "*"}</td><td>the name as it is between the quotes, in which a
 *     backslash goes before a quote; needed where a name contains one of these signs</td></tr>
 * </table>
 *
 * <p>Brackets within a name are part of it, as in {@code GET /orders/{id}}.
 */
public final class TraceAssertions {

  private TraceAssertions() {}

  /** Of what a test records: waits for it. */
  public static TracesAssert assertThatTrace(Traces traces) {
    return new TracesAssert(traces);
  }

  /** Of a trace. */
  public static TraceAssert assertThatTrace(Trace trace) {
    return new TraceAssert(trace);
  }

  /** Of spans, in any order, that are one trace. */
  public static TraceAssert assertThatTrace(Collection<FinishedSpan> spans) {
    return new TraceAssert(Trace.of(spans));
  }

  /** Of a span on its own. */
  public static SpanAssert assertThatSpan(FinishedSpan span) {
    return assertThatTrace(List.of(span)).root();
  }
}
