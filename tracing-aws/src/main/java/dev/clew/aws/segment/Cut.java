// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import dev.clew.aws.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shortens what is too large for a document: long texts more and more, then long lists; what is
 * left out is marked. What X-Ray cannot do without is short.
 */
final class Cut {

  /** At the end of a text. */
  static final String MARK = "... (cut)";

  private static final int LONGEST = 16_384;
  private static final int SHORTEST = 64;
  private static final List<String> DISPENSABLE =
      List.of("metadata", "links", "cause", "annotations", "sql", "aws", "http");

  private Cut() {}

  static Map<String, Object> toFit(Map<String, Object> document) {
    Map<String, Object> cut = new LinkedHashMap<>(document);
    for (int most = LONGEST; most >= SHORTEST; most /= 2) {
      cut = new LinkedHashMap<>(object(document, most));
      mark(cut);
      if (fits(cut)) {
        return cut;
      }
    }
    for (String field : DISPENSABLE) {
      cut.remove(field);
      mark(cut);
      if (fits(cut)) {
        break;
      }
    }
    return cut;
  }

  /** Says that something is missing, where people look at what a span says. */
  private static void mark(Map<String, Object> document) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (document.get("metadata") instanceof Map<?, ?> there) {
      there.forEach((name, value) -> metadata.put(String.valueOf(name), value));
    }
    metadata.put("clew", Map.of("cut", true));
    document.put("metadata", metadata);
  }

  private static boolean fits(Map<String, Object> document) {
    String json = JsonText.text(document);
    return json.getBytes(StandardCharsets.UTF_8).length <= Document.MAX_BYTES;
  }

  private static Object value(Object value, int most) {
    if (value instanceof Map<?, ?> map) {
      return object(map, most);
    }
    if (value instanceof List<?> list) {
      return array(list, most);
    }
    return value instanceof String text ? text(text, most) : value;
  }

  private static Map<String, Object> object(Map<?, ?> map, int most) {
    Map<String, Object> cut = new LinkedHashMap<>();
    map.forEach((name, value) -> cut.put(text(String.valueOf(name), most), value(value, most)));
    return cut;
  }

  private static List<Object> array(List<?> list, int most) {
    List<Object> cut = new ArrayList<>();
    for (Object value : list.subList(0, Math.min(list.size(), most))) {
      cut.add(value(value, most));
    }
    return cut;
  }

  /** Never in the middle of a character. */
  static String text(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - MARK.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MARK;
  }
}
