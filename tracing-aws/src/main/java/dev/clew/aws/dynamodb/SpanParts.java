// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts spans together that are longer than an item: the items of one follow each other, the span's
 * own first. What has none of its own, because it was not written to the end, is left out. For one
 * thread.
 */
final class SpanParts {

  private final Predicate<byte[]> goOn;
  private String spanId = "";
  private byte[][] parts = {};

  SpanParts(Predicate<byte[]> goOn) {
    this.goOn = goOn;
  }

  /** Whether to go on. */
  boolean add(Map<String, AttributeValue> item) {
    boolean more = true;
    String key = item.get(Names.SPAN_ID).s();
    byte[] bytes = item.get(Names.OTLP).b().asByteArrayUnsafe();
    int mark = key.indexOf(SpanItems.PART_MARK);
    if (mark < 0) {
      more = end();
      AttributeValue count = item.get(Names.PARTS);
      spanId = key;
      parts = new byte[count == null ? 1 : Integer.parseInt(count.n())][];
      parts[0] = bytes;
    } else if (key.substring(0, mark).equals(spanId)) {
      int number = Integer.parseInt(key.substring(mark + 1));
      if (number < parts.length) {
        parts[number] = bytes;
      }
    }
    return more;
  }

  /** The last one has no other after it. */
  boolean end() {
    byte[][] whole = parts;
    parts = new byte[0][];
    return whole.length == 0
        || Arrays.stream(whole).anyMatch(Objects::isNull)
        || goOn.test(whole.length == 1 ? whole[0] : together(whole));
  }

  private static byte[] together(byte[][] parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int end = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, end, part.length);
      end += part.length;
    }
    return all;
  }
}
