// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Names;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.map.Node.Kind;

/**
 * Whom a span talks to, by what it says itself. Names that the semantic conventions had before are
 * understood, too, since not only Clew sends spans.
 */
public final class Peer {

  private Peer() {}

  /** The database that it asks; {@code null} where it asks none. */
  public static Node database(Span span) {
    Attributes attributes = span.attributes();
    String system = first(attributes, Names.DB_SYSTEM, "db.system");
    if (system == null || span.kind() != SpanKind.CLIENT) {
      return null;
    }
    // Tables of DynamoDB are in no database.
    String own = system.equals("aws.dynamodb") ? "db.collection.name" : "db.name";
    String name = first(attributes, Names.DB_NAMESPACE, own, Names.SERVER_ADDRESS);
    return new Node(Kind.DATABASE, system, name == null ? system : name);
  }

  /** The queue or topic that it sends to or gets from; {@code null} where there is none. */
  public static Node queue(Span span) {
    Attributes attributes = span.attributes();
    String system = attributes.text(Names.MESSAGING_SYSTEM);
    String name = first(attributes, "messaging.destination.template", Names.MESSAGING_DESTINATION);
    boolean takesPart = isSending(span) || isReceiving(span);
    return takesPart && (system != null || name != null)
        ? new Node(Kind.QUEUE, orEmpty(system), orEmpty(name))
        : null;
  }

  /** The server that it calls, which need not be traced; {@code null} where it does not say. */
  public static Node server(Span span) {
    if (span.kind() != SpanKind.CLIENT) {
      return null;
    }
    Attributes attributes = span.attributes();
    String service = service(attributes);
    String name =
        service != null ? service : first(attributes, Names.SERVER_ADDRESS, "net.peer.name");
    String system = first(attributes, "rpc.system.name", "rpc.system");
    return name == null ? null : new Node(Kind.REMOTE, orEmpty(system), name);
  }

  /** In newer conventions a method's name begins with its service's. */
  private static String service(Attributes attributes) {
    String method = attributes.text("rpc.method");
    int slash = method == null ? -1 : method.lastIndexOf('/');
    return slash > 0 ? method.substring(0, slash) : first(attributes, "rpc.service");
  }

  /** Whether it sends a message. */
  public static boolean isSending(Span span) {
    return span.kind() == SpanKind.PRODUCER || "send".equals(operation(span));
  }

  /** Whether it receives or processes a message. */
  public static boolean isReceiving(Span span) {
    return span.kind() == SpanKind.CONSUMER
        || "receive".equals(operation(span))
        || "process".equals(operation(span));
  }

  private static String operation(Span span) {
    return span.attributes().text(Names.MESSAGING_OPERATION_TYPE);
  }

  private static String first(Attributes attributes, String... keys) {
    for (String key : keys) {
      String text = attributes.text(key);
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
