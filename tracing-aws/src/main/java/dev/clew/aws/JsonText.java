// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import dev.clew.exporter.sender.JsonQuotes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Writes JSON (RFC 8259): maps, lists, texts, numbers, truth values and {@code null}; bytes in
 * Base64.
 */
public final class JsonText {

  private JsonText() {}

  /** A tree as UTF-8. */
  public static byte[] bytes(Object tree) {
    return text(tree).getBytes(StandardCharsets.UTF_8);
  }

  /** A tree as text. */
  public static String text(Object tree) {
    StringBuilder out = new StringBuilder();
    append(out, tree);
    return out.toString();
  }

  /**
   * Writes a tree to the end of a text.
   *
   * @param tree what is none of the above is written as the text that it gives; so are numbers that
   *     JSON does not have
   */
  public static void append(StringBuilder out, Object tree) {
    if (tree instanceof Map<?, ?> map) {
      object(out, map);
    } else if (tree instanceof Iterable<?> list) {
      array(out, list);
    } else if (tree == null || tree instanceof Boolean || isFinite(tree)) {
      out.append(tree);
    } else if (tree instanceof byte[] bytes) {
      JsonQuotes.append(out, Base64.getEncoder().encodeToString(bytes));
    } else {
      JsonQuotes.append(out, tree.toString());
    }
  }

  private static boolean isFinite(Object tree) {
    return tree instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private static void object(StringBuilder out, Map<?, ?> map) {
    out.append('{');
    int start = out.length();
    map.forEach(
        (name, value) -> {
          out.append(out.length() == start ? "" : ",");
          JsonQuotes.append(out, String.valueOf(name));
          out.append(':');
          append(out, value);
        });
    out.append('}');
  }

  private static void array(StringBuilder out, Iterable<?> list) {
    out.append('[');
    int start = out.length();
    for (Object value : list) {
      out.append(out.length() == start ? "" : ",");
      append(out, value);
    }
    out.append(']');
  }
}
