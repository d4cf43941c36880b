// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

/** Names of resources in ARNs, URLs and partial ARNs. */
final class Arns {

  private static final String FUNCTION = "function:";

  private Arns() {}

  /** What is behind the last slash or colon; the whole where there is neither. */
  static String last(String text) {
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
  }

  /** The function's name, without account, version and alias. */
  static String function(String text) {
    int at = text.lastIndexOf(FUNCTION);
    String named = at < 0 ? text : text.substring(at + FUNCTION.length());
    int colon = named.indexOf(':');
    return colon < 0 ? named : named.substring(0, colon);
  }
}
