// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts spans together that are longer than an item: the items of one follow each other, the span's
 * own first. What has none of its own, because it was not written to the end, is left out. For one
 * thread.
 */
final class SpanParts {

  private final Consumer<byte[]> each;
  private String spanId = "";
  private byte[][] parts = {};

  SpanParts(Consumer<byte[]> each) {
    this.each = each;
  }

  void add(Map<String, AttributeValue> item) {
    String key = item.get(Names.SPAN_ID).s();
    byte[] bytes = item.get(Names.OTLP).b().asByteArrayUnsafe();
    int mark = key.indexOf(SpanItems.PART_MARK);
    if (mark < 0) {
      end();
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
  }

  /** The last one has no other after it. */
  void end() {
    if (parts.length > 0 && Arrays.stream(parts).allMatch(part -> part != null)) {
      each.accept(parts.length == 1 ? parts[0] : together());
    }
    parts = new byte[0][];
  }

  private byte[] together() {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int end = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, end, part.length);
      end += part.length;
    }
    return all;
  }
}
