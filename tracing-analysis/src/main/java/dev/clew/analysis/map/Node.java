// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place on the map.
 *
 * @param system which database, messaging or remote procedure system; empty for services, and where
 *     it is not known
 * @param name of the service, the database's namespace, the queue; empty for callers from outside
 */
public record Node(Kind kind, String system, String name) implements Comparable<Node> {

  /** What it is. */
  public enum Kind {
    /** Whoever sends requests and is not traced. */
    CALLER,
    /** A traced service. */
    SERVICE,
    /** A database or cache. */
    DATABASE,
    /** A queue or topic. */
    QUEUE,
    /** A server that is not traced. */
    REMOTE
  }

  /** Those who are not traced and send requests. */
  public static final Node CALLER = new Node(Kind.CALLER, "", "");

  private static final Comparator<Node> ORDER =
      Comparator.comparing(Node::kind).thenComparing(Node::system).thenComparing(Node::name);

  /** Checks that nothing is {@code null}. */
  public Node {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(name, "name");
  }

  /** A traced service. */
  public static Node service(String name) {
    return new Node(Kind.SERVICE, "", name);
  }

  @Override
  public int compareTo(Node other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case CALLER -> "callers";
      case SERVICE -> name;
      case QUEUE -> "queue " + name;
      case DATABASE -> "database " + name;
      case REMOTE -> "server " + name;
    };
  }
}
