// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.SpanLink;
import dev.clew.analysis.Trace;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draws the map, trace by trace. A call is counted once: where the server's span is there it
 * counts, with the time of the client that waited for it; otherwise what the client says of its
 * peer does. For one thread.
 */
final class MapDrawing {

  private final SortedMap<Edge, Traffic.Counter> edges = new TreeMap<>();
  private final SortedSet<Node> nodes = new TreeSet<>();

  ServiceMap map() {
    SortedMap<Edge, Traffic> traffic = new TreeMap<>();
    edges.forEach((edge, counter) -> traffic.put(edge, counter.traffic()));
    return new ServiceMap(traffic, nodes);
  }

  void add(Trace trace) {
    Map<String, Integer> senders = senders(trace);
    int[] answers = answers(trace);
    for (int i = 0; i < trace.size(); i++) {
      Span span = trace.span(i);
      nodes.add(Node.service(span.service()));
      Node queue = Peer.queue(span);
      if (queue != null) {
        message(trace, i, queue, senders);
      } else if (isEntry(trace, i)) {
        called(trace, i, answers);
      } else if (span.kind() == SpanKind.CLIENT && answers[i] == 0) {
        callsOut(trace, i);
      }
    }
  }

  /** Spans that send messages, for those that link to them instead of being their children. */
  private static Map<String, Integer> senders(Trace trace) {
    Map<String, Integer> senders = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      if (Peer.isSending(trace.span(i))) {
        senders.put(trace.span(i).spanId(), i);
      }
    }
    return senders;
  }

  private void message(Trace trace, int index, Node queue, Map<String, Integer> senders) {
    Span span = trace.span(index);
    Node service = Node.service(span.service());
    if (Peer.isSending(span)) {
      count(service, queue, trace.durationNanos(index), span.failed());
    } else if (!isWithinReceiving(trace, index, queue)) {
      Traffic.Counter counter = count(queue, service, trace.durationNanos(index), span.failed());
      int sender = sender(trace, index, senders);
      if (sender != Trace.NONE) {
        counter.addWait(trace.startNanos(index) - trace.endNanos(sender));
      }
    }
  }

  /** Whether a message is counted already, where it was received: this span processes it. */
  private static boolean isWithinReceiving(Trace trace, int index, Node queue) {
    int parent = trace.parent(index);
    return parent != Trace.NONE
        && Peer.isReceiving(trace.span(parent))
        && queue.equals(Peer.queue(trace.span(parent)));
  }

  private static int sender(Trace trace, int index, Map<String, Integer> senders) {
    int parent = trace.parent(index);
    if (parent != Trace.NONE && Peer.isSending(trace.span(parent))) {
      return parent;
    }
    for (SpanLink link : trace.span(index).links()) {
      if (link.traceId().equals(trace.id()) && senders.containsKey(link.spanId())) {
        return senders.get(link.spanId());
      }
    }
    return Trace.NONE;
  }

  /** Whether a service's part of the trace begins here. */
  private static boolean isEntry(Trace trace, int index) {
    Span span = trace.span(index);
    int parent = trace.parent(index);
    return span.kind() == SpanKind.SERVER
        || parent != Trace.NONE && !trace.span(parent).service().equals(span.service());
  }

  private void called(Trace trace, int index, int[] answers) {
    Span span = trace.span(index);
    int parent = trace.parent(index);
    Node service = Node.service(span.service());
    if (parent != Trace.NONE) {
      boolean alone = answers[parent] == 1 && trace.span(parent).kind() == SpanKind.CLIENT;
      Span caller = trace.span(parent);
      boolean failed = span.failed() || alone && caller.failed();
      long nanos = trace.durationNanos(alone ? parent : index);
      count(Node.service(caller.service()), service, nanos, failed);
    } else if (span.parentSpanId().isEmpty()) {
      count(Node.CALLER, service, trace.durationNanos(index), span.failed());
    }
  }

  private void callsOut(Trace trace, int index) {
    Span span = trace.span(index);
    Node database = Peer.database(span);
    Node peer = database == null ? Peer.server(span) : database;
    if (peer != null) {
      count(Node.service(span.service()), peer, trace.durationNanos(index), span.failed());
    }
  }

  /** For each span, how many others in services it leads to. */
  private static int[] answers(Trace trace) {
    int[] answers = new int[trace.size()];
    for (int i = 0; i < answers.length; i++) {
      if (trace.parent(i) != Trace.NONE && isEntry(trace, i)) {
        answers[trace.parent(i)]++;
      }
    }
    return answers;
  }

  private Traffic.Counter count(Node from, Node to, long nanos, boolean failed) {
    nodes.add(from);
    nodes.add(to);
    Traffic.Counter counter =
        edges.computeIfAbsent(new Edge(from, to), edge -> new Traffic.Counter());
    counter.add(nanos, failed);
    return counter;
  }
}
