// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import java.util.Collection;
import java.util.List;

/** What is kept. Any threads use it; what is written meanwhile may be seen or not. */
public interface SpanReader {

  /**
   * All spans of some traces, each once, in no order.
   *
   * @param traceIds 32 lower-case hexadecimal digits each; those that are not kept are left out
   */
  List<KeptSpan> spans(Collection<String> traceIds) throws StoreException;

  /** Traces in which one span meets all that is asked for, the latest first. */
  List<TraceSummary> search(Search search) throws StoreException;

  /** The names of all services, sorted. */
  List<String> services() throws StoreException;

  /** The names and kinds of a service's spans, sorted. */
  List<Operation> operations(String service) throws StoreException;
}
