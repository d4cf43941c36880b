// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import java.nio.charset.StandardCharsets;

/**
 * A segment document. Immutable.
 *
 * @param id of its topmost span, 16 hexadecimal digits
 * @param spans how many are in it
 */
public record Document(String id, String json, int spans) {

  /**
   * Bytes of UTF-8 that it has at most: X-Ray takes 64 KB, and so does a datagram with a header.
   */
  public static final int MAX_BYTES = 64_000;

  boolean fits() {
    return json.length() * 3 <= MAX_BYTES || bytes().length <= MAX_BYTES;
  }

  /** As UTF-8. */
  public byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
