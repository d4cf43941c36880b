// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Resource;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanBuilder;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.Status;
import dev.clew.analysis.TestSpans;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import dev.clew.analysis.cause.PlantedFault.Type;
import dev.clew.analysis.cause.Topology.Node;
import dev.clew.analysis.cause.Topology.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One request through a topology, perhaps with a fault. */
final class Simulation {

  private static final int ATTEMPTS = 3;

  private record Outcome(long end, boolean failed) {}

  private final Random random;
  private final PlantedFault fault;
  private final String traceId;
  private final List<Span> spans = new ArrayList<>();
  private int lastId;

  private Simulation(Random random, PlantedFault fault) {
    this.random = random;
    this.fault = fault != null && random.nextDouble() < fault.part() ? fault : null;
    this.traceId = String.format("%016x", random.nextLong());
  }

  /** The trace of one request; {@code null} for no fault. */
  static Trace run(Node route, Random random, PlantedFault fault) {
    Simulation simulation = new Simulation(random, fault);
    simulation.serve(route, "", TestSpans.START, SpanKind.SERVER, new HashMap<>());
    return Traces.assembleOne(simulation.spans, 0);
  }

  private Outcome serve(
      Node node, String parent, long start, SpanKind kind, Map<String, Object> attributes) {
    String id = newId();
    int instance = random.nextInt(node.instances);
    long self = noisy(node.self) + extra(node, instance);
    long time = start + self / 2;
    Outcome calls = new Outcome(time, false);
    for (int group = 0; group < 3 && !calls.failed; group++) {
      calls = callGroup(node, id, calls.end, group);
    }
    boolean failed = calls.failed || hits(Type.FAILING, node, instance);
    long end = calls.end + (failed ? 0 : self - self / 2);
    attributes.put("http.route", node.name);
    attributes.put("customer", "c" + random.nextInt(6));
    add(node, id, parent, kind, instance, start, end, failed ? "it broke" : null, attributes);
    return new Outcome(end, failed);
  }

  private long extra(Node node, int instance) {
    boolean slow =
        hits(Type.SLOW, node, instance)
            || hits(Type.SLOW_INSTANCE, node, instance)
            || hits(Type.TIMES_OUT, node, instance);
    return slow ? fault.nanos() : 0;
  }

  private Outcome callGroup(Node node, String id, long start, int group) {
    long end = start;
    boolean failed = false;
    for (Step step : node.steps) {
      if (step.group() == group && random.nextDouble() < step.probability()) {
        Outcome outcome = call(node, id, start, step.called());
        end = Math.max(end, outcome.end);
        failed |= outcome.failed;
      }
    }
    return new Outcome(end, failed);
  }

  private Outcome call(Node caller, String id, long start, Node called) {
    if (fault != null
        && fault.type() == Type.REPEATS
        && fault.node() == caller
        && fault.other() == called) {
      long time = start;
      for (long spent = 0; spent < fault.nanos(); spent = time - start) {
        time = once(caller, id, time, called, false).end + Nanos.MICRO;
      }
      return new Outcome(time, false);
    }
    long time = start;
    for (int attempt = 1; attempt < ATTEMPTS && hits(Type.RETRIED, called, 0); attempt++) {
      time = once(caller, id, time, called, true).end + fault.nanos() / 2;
    }
    return once(caller, id, time, called, false);
  }

  private Outcome once(Node caller, String id, long start, Node called, boolean refused) {
    return switch (called.kind) {
      case DATABASE -> query(called, id, start, refused);
      case LOCAL -> local(called, id, start, refused);
      case REMOTE -> remote(caller, called, id, start, refused);
      case MESSAGE -> send(caller, called, id, start);
    };
  }

  private Outcome query(Node node, String parent, long start, boolean refused) {
    long end = start + noisy(node.self) + extra(node, 0);
    boolean failed = refused || hits(Type.FAILING, node, 0);
    Map<String, Object> said = new HashMap<>(Map.of("db.system.name", "h2"));
    add(node, newId(), parent, SpanKind.CLIENT, 0, start, end, failed ? "no table" : null, said);
    return new Outcome(end, failed);
  }

  private Outcome local(Node node, String parent, long start, boolean refused) {
    Map<String, Object> said = new HashMap<>();
    long from = start;
    if (hits(Type.WAITS, node, 0)) {
      from += fault.nanos();
      said.put("clew.task.wait_time", fault.nanos() / 1e9);
    }
    if (refused) {
      long end = from + noisy(node.self);
      add(node, newId(), parent, SpanKind.INTERNAL, 0, from, end, "refused", said);
      return new Outcome(end, true);
    }
    return serve(node, parent, from, SpanKind.INTERNAL, said);
  }

  private Outcome remote(Node caller, Node node, String parent, long start, boolean refused) {
    String client = newId();
    long arrived = start + noisy(Nanos.MILLI / 4);
    Map<String, Object> said = new HashMap<>(Map.of("server.address", node.service));
    Outcome served;
    if (refused) {
      long end = arrived + noisy(node.self);
      add(node, newId(), client, SpanKind.SERVER, 0, arrived, end, "busy", new HashMap<>());
      served = new Outcome(end, true);
    } else {
      served = serve(node, client, arrived, SpanKind.SERVER, new HashMap<>());
    }
    long end = served.end + noisy(Nanos.MILLI / 4);
    String error = served.failed ? "500" : null;
    if (hits(Type.TIMES_OUT, node, 0)) {
      end = start + fault.nanos() / 2;
      error = "java.net.SocketTimeoutException";
    }
    SpanBuilder span = span(caller, client, parent, SpanKind.CLIENT, 0, start, end, error, said);
    spans.add(span.name("POST").build());
    return new Outcome(end, error != null);
  }

  private Outcome send(Node caller, Node node, String parent, long start) {
    String producer = newId();
    long end = start + noisy(Nanos.MILLI / 5);
    Map<String, Object> said = new HashMap<>(Map.of("messaging.destination.name", node.name));
    SpanBuilder span = span(caller, producer, parent, SpanKind.PRODUCER, 0, start, end, null, said);
    spans.add(span.name("send " + node.name).build());
    serve(node, producer, end + noisy(Nanos.MILLI), SpanKind.CONSUMER, said);
    return new Outcome(end, false);
  }

  private boolean hits(Type type, Node node, int instance) {
    return fault != null && fault.hits(type, node, instance);
  }

  private void add(
      Node node,
      String id,
      String parent,
      SpanKind kind,
      int instance,
      long start,
      long end,
      String error,
      Map<String, Object> said) {
    spans.add(span(node, id, parent, kind, instance, start, end, error, said).build());
  }

  private SpanBuilder span(
      Node node,
      String id,
      String parent,
      SpanKind kind,
      int instance,
      long start,
      long end,
      String error,
      Map<String, Object> said) {
    return Span.builder(traceId, id)
        .parent(parent)
        .name(node.name)
        .kind(kind)
        .resource(Resource.of(node.service, node.service + "-" + instance))
        .time(start, end)
        .status(error == null ? Status.OK : Status.failed(error))
        .attributes(Attributes.of(said));
  }

  private String newId() {
    return Integer.toHexString(++lastId);
  }

  private long noisy(long nanos) {
    return (long) (nanos * Math.exp(0.2 * random.nextGaussian()));
  }
}
