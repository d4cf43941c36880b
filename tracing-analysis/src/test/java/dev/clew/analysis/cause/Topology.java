// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random system: services with operations that call each other, databases, queues, routes. */
final class Topology {

  /** How an operation is reached. */
  enum Kind {
    REMOTE,
    LOCAL,
    DATABASE,
    MESSAGE
  }

  /** One call of another operation; those of one group run at a time. */
  record Step(Node called, int group, double probability) {}

  /** An operation. */
  static final class Node {
    final int number;
    final Kind kind;
    final String service;
    final String name;
    final int instances;
    final long self;
    final List<Step> steps = new ArrayList<>();

    Node(int number, Kind kind, String service, int instances, long self) {
      this.number = number;
      this.kind = kind;
      this.service = service;
      this.instances = instances;
      this.self = self;
      this.name = (kind == Kind.REMOTE ? "POST /" : kind.name() + " ") + number;
    }
  }

  private static final int MAX_STEPS = 4;

  final List<Node> routes = new ArrayList<>();
  final List<Node> nodes = new ArrayList<>();
  private final Random random;

  Topology(Random random) {
    this.random = random;
    int services = 2 + random.nextInt(9);
    int roots = 1 + random.nextInt(3);
    for (int i = 0; i < roots; i++) {
      routes.add(node(Kind.REMOTE, "s0"));
    }
    int wanted = roots + 4 + random.nextInt(14);
    for (int tries = 0; nodes.size() < wanted && tries < 1000; tries++) {
      Node caller = nodes.get(random.nextInt(nodes.size()));
      if (caller.steps.size() < MAX_STEPS && caller.kind != Kind.DATABASE) {
        add(caller, services);
      }
    }
  }

  /** Some are called by several. */
  private void add(Node caller, int services) {
    Node called = random.nextInt(6) == 0 ? later(caller) : null;
    if (called == null) {
      Kind kind = Kind.values()[random.nextInt(9) == 0 ? 3 : random.nextInt(3)];
      boolean away = kind == Kind.REMOTE || kind == Kind.MESSAGE;
      called = node(kind, away ? "s" + random.nextInt(services) : caller.service);
    }
    int group = random.nextInt(3);
    double probability = random.nextInt(4) == 0 ? 0.3 + 0.7 * random.nextDouble() : 1;
    caller.steps.add(new Step(called, group, probability));
  }

  private Node later(Node caller) {
    for (Node node : nodes) {
      boolean same = node.kind == Kind.REMOTE || node.service.equals(caller.service);
      if (node.number > caller.number && same && node.steps.isEmpty()) {
        return node;
      }
    }
    return null;
  }

  private Node node(Kind kind, String service) {
    long self = (long) (Nanos.MILLI * Math.exp(random.nextGaussian()));
    int instances = 1 + service.hashCode() % 3;
    Node node = new Node(nodes.size(), kind, service, instances, self * 2);
    nodes.add(node);
    return node;
  }
}
