// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

/**
 * What a service does.
 *
 * @param name the name of its spans, cut to 1,000 bytes
 * @param kind of its spans: internal, server, client, producer, consumer or unspecified
 */
public record TracedOperation(String name, String kind) {

  private static final char BETWEEN = ' ';

  /** As it is in a key: which must not be empty. */
  String text() {
    return kind + BETWEEN + name;
  }

  static TracedOperation of(String text) {
    int kind = text.indexOf(BETWEEN);
    return new TracedOperation(text.substring(kind + 1), text.substring(0, kind));
  }
}
