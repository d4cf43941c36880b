// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/**
 * An instrumentation scope: who creates spans.
 *
 * @param name empty where none was given
 * @param version empty for none
 * @param schemaUrl empty for none
 */
record Scope(String name, String version, String schemaUrl) {

  private static final int MAX_LENGTH = 1024;

  /** Anything goes, {@code null} too. */
  static Scope of(String name, String version, String schemaUrl) {
    return new Scope(kept(name), kept(version), kept(schemaUrl));
  }

  private static String kept(String text) {
    return text == null ? "" : Texts.cut(text, MAX_LENGTH);
  }
}
