// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as DynamoDB has them, and how long it takes them for. */
final class Values {

  /** What a list or a map, and each of its entries, adds at most. */
  private static final int NESTING = 4;

  private static final int LONGEST_NUMBER = 21;
  private static final double LARGEST = 9.9e125;
  private static final double SMALLEST = 1e-130;

  /** Of a sort key DynamoDB takes 1,024; a kind stands before names. */
  static final int MAX_KEY = 1_000;

  private Values() {}

  /** As much of a text as so many bytes of UTF-8 have. */
  static String cut(String text, int bytes) {
    if (text.length() * 3 <= bytes || length(text) <= bytes) {
      return text;
    }
    int end = 0;
    for (int size = 0; end < text.length(); ) {
      int next = text.offsetByCodePoints(end, 1);
      size += length(text.substring(end, next));
      if (size > bytes) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** The value of an attribute of a span. */
  static AttributeValue of(Object value) {
    if (value instanceof Boolean flag) {
      return AttributeValue.fromBool(flag);
    }
    if (value instanceof Long number) {
      return number(number);
    }
    if (value instanceof Double number) {
      return isNumber(number)
          ? AttributeValue.fromN(number.toString())
          : AttributeValue.fromS(number.toString());
    }
    if (value instanceof byte[] bytes) {
      return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }
    if (value instanceof List<?> list) {
      return AttributeValue.fromL(list.stream().map(Values::of).toList());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, AttributeValue> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(String.valueOf(key), of(entry)));
      return AttributeValue.fromM(entries);
    }
    return AttributeValue.fromS(String.valueOf(value));
  }

  /** DynamoDB's numbers go less far, and know no infinity. */
  private static boolean isNumber(double value) {
    double size = Math.abs(value);
    return size == 0 || size >= SMALLEST && size <= LARGEST;
  }

  static int size(Map<String, AttributeValue> item) {
    int size = 0;
    for (Map.Entry<String, AttributeValue> entry : item.entrySet()) {
      size += size(entry.getKey(), entry.getValue());
    }
    return size;
  }

  /** At least what DynamoDB counts: the name and the value. */
  static int size(String name, AttributeValue value) {
    return length(name) + NESTING + size(value);
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> length(value.s());
      case B -> value.b().asByteArrayUnsafe().length;
      case N -> LONGEST_NUMBER;
      case SS -> value.ss().stream().mapToInt(Values::length).sum();
      case L -> value.l().stream().mapToInt(entry -> NESTING + size(entry)).sum();
      case M -> NESTING + size(value.m());
      default -> 1;
    };
  }

  /** How many bytes of UTF-8 a text has. */
  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
