// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes spans of victims, and finds those that are missing, out of order, torn or there twice. */
final class CrashReceiver implements AutoCloseable {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final HttpServer server;

  /** For each run and producer, what sequence comes next. */
  private final Map<String, Long> next = new HashMap<>();

  private final List<String> faults = new ArrayList<>();
  private long spans;
  private long twice;
  private long twiceSinceCrash;
  private int refuse;

  CrashReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(thread);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Has no time for one of the next requests. */
  synchronized void refuse(int request) {
    refuse = request;
  }

  /** Says that a victim is dead, so that the next may send its last batch again. */
  synchronized void crashed() {
    if (twiceSinceCrash > CrashVictim.BATCH) {
      faults.add(twiceSinceCrash + " spans twice after one crash");
    }
    twiceSinceCrash = 0;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(takes(body) ? 200 : 503, -1);
    }
  }

  private synchronized boolean takes(byte[] body) {
    if (--refuse == 0) {
      return false;
    }
    try {
      ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::take);
    } catch (IOException | RuntimeException malformed) {
      faults.add(malformed.toString());
    }
    return true;
  }

  private void take(ResourceSpans resource) {
    String run = resource.getResource().getAttributes(1).getValue().getStringValue();
    for (ScopeSpans scope : resource.getScopeSpansList()) {
      for (Span span : scope.getSpansList()) {
        take(run, scope.getScope().getName(), span);
      }
    }
  }

  private void take(String run, String scope, Span span) {
    String[] name = span.getName().split("/");
    long sequence = Long.parseLong(name[2]);
    byte[] expected =
        CrashVictim.span(Integer.parseInt(name[0]), Integer.parseInt(name[1]), sequence);
    if (!Arrays.equals(expected, span.toByteArray())) {
      faults.add("torn: " + span);
    }
    if (!run.equals("run-" + name[0]) || !scope.equals("p" + name[1])) {
      faults.add(span.getName() + " came as one of " + run + ", " + scope);
    }
    count(name[0] + "/" + name[1], sequence);
  }

  private void count(String producer, long sequence) {
    long due = next.getOrDefault(producer, 0L);
    if (sequence > due) {
      faults.add("of " + producer + " came " + sequence + " instead of " + due);
    }
    if (sequence < due) {
      twice++;
      twiceSinceCrash++;
    } else {
      spans++;
      next.put(producer, sequence + 1);
    }
  }

  /** How many spans of a producer have come, without gaps. */
  synchronized long received(int run, int producer) {
    return next.getOrDefault(run + "/" + producer, 0L);
  }

  synchronized long spans() {
    return spans;
  }

  synchronized long twice() {
    return twice;
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
