// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Names;
import dev.clew.analysis.Span;
import dev.clew.analysis.map.Node;
import dev.clew.analysis.map.Peer;

/** What a call is for, so that two calls for the same can be told. */
final class Target {

  private Target() {}

  /** The same for all calls that ask the same of the same peer. */
  static String of(Span span) {
    String summary = span.attributes().text(Names.DB_SUMMARY);
    return (summary == null ? span.name() : summary) + '\n' + peer(span);
  }

  /** The same for all attempts of one call: also the address must be the same. */
  static String ofAttempt(Span span) {
    String url = span.attributes().text("url.full");
    return of(span) + '\n' + (url == null ? "" : url);
  }

  /** Whether it asks a database. */
  static boolean isDatabase(Span span) {
    return Peer.database(span) != null;
  }

  /** Where it goes, for people; empty where it does not say. */
  static String peer(Span span) {
    Node database = Peer.database(span);
    Node queue = Peer.queue(span);
    Node server = database != null ? database : queue != null ? queue : Peer.server(span);
    return server == null ? "" : server.name();
  }
}
