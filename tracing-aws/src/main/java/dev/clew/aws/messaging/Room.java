// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * How much room a request has for what is added to it. What the application sends must not be
 * refused because of that; whether it is allowed 256 KiB or 1 MiB, only the service knows.
 */
final class Room {

  private static final long[] LIMITS = {256 * 1024, 1024 * 1024};

  private long taken;

  /** Counts what is there already; {@code null} is nothing. */
  Room text(String text) {
    taken += text == null ? 0 : utf8(text);
    return this;
  }

  /** Counts an attribute that is there already, of which {@code null} is nothing. */
  void attribute(String name, String type, String text, SdkBytes bytes) {
    text(name).text(type).text(text);
    taken += bytes == null ? 0 : bytes.asByteArrayUnsafe().length;
  }

  /** Whether so much more takes it over none of the limits that it is below now. */
  boolean has(long more) {
    for (long limit : LIMITS) {
      if (taken <= limit && taken + more > limit) {
        return false;
      }
    }
    return true;
  }

  /** Attributes of a message, as they are counted: names, types, and values. */
  static long attributes(Map<String, String> texts) {
    long size = 0;
    for (Map.Entry<String, String> each : texts.entrySet()) {
      size += utf8(each.getKey()) + "String".length() + utf8(each.getValue());
    }
    return size;
  }

  /** Bytes, without making them. */
  private static long utf8(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Two surrogates are four bytes together.
      bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return bytes;
  }
}
