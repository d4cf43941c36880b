// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids for tests that begin traces themselves. */
final class TraceIds {

  private TraceIds() {}

  /** So many random bytes as hex digits, and not only zeros. */
  static String random(int bytes) {
    byte[] id = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(id);
    id[0] |= 1;
    return HexFormat.of().formatHex(id);
  }

  /** A header's value, with a random parent. */
  static String traceparent(String traceId) {
    return "00-" + traceId + "-" + random(8) + "-01";
  }
}
