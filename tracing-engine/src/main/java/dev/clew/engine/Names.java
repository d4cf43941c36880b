// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/** Names that are never empty (backends refuse those), nor longer than any other text. */
final class Names {

  /** A limit that is meant for values may be low; names are left long enough to be told apart. */
  private static final int MIN_LIMIT = 256;

  private Names() {}

  static String span(String name, Limits limits) {
    return kept(name, "<unspecified span name>", limits);
  }

  static String event(String name, Limits limits) {
    return kept(name, "<unspecified event name>", limits);
  }

  private static String kept(String name, String unspecified, Limits limits) {
    return name == null || name.isBlank()
        ? unspecified
        : Texts.cut(name, Math.max(limits.length(), MIN_LIMIT));
  }
}
