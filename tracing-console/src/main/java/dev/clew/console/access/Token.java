// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What somebody must know. How long a comparison takes does not tell how much of it was right.
 *
 * @param value empty where nothing is asked for
 */
public record Token(String value) {

  /** Whether there is one. */
  public boolean isAskedFor() {
    return !value.isEmpty();
  }

  /**
   * Whether a request shows it.
   *
   * @param authorization as in the header; may be {@code null}
   */
  public boolean isIn(String authorization) {
    return authorization != null && isEqual("Bearer " + value, authorization);
  }

  /** Whether a text is it. */
  boolean is(String given) {
    return given != null && isEqual(value, given);
  }

  static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Without what nobody is to see. */
  @Override
  public String toString() {
    return isAskedFor() ? "a token" : "no token";
  }
}
