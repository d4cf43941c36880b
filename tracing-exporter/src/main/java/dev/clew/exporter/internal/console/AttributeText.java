// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.console;

import dev.clew.api.config.Printable;
import dev.clew.exporter.sender.ProtoReader;

/** Attributes for people. Field numbers are those of {@code common.proto}. */
final class AttributeText {

  private static final int LONGEST = 200;
  private static final int MAX_DEPTH = 20;

  private AttributeText() {}

  static void keyValue(StringBuilder out, ProtoReader attribute, int depth) {
    ProtoReader value = null;
    String key = "";
    while (attribute.next()) {
      if (attribute.is(1)) {
        key = attribute.text();
      } else if (attribute.is(2)) {
        value = attribute.message();
      }
    }
    out.append(Printable.of(key, LONGEST)).append('=');
    if (value != null) {
      value(out, value, depth);
    }
  }

  private static void value(StringBuilder out, ProtoReader value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
    }
    while (value.next()) {
      switch (value.field()) {
        case 1 -> out.append(Printable.of(value.text(), LONGEST));
        case 2 -> out.append(value.bits() != 0);
        case 3 -> out.append(value.bits());
        case 4 -> out.append(Double.longBitsToDouble(value.bits()));
        case 5 -> list(out, value.message(), depth, false);
        case 6 -> list(out, value.message(), depth, true);
        case 7 -> out.append(value.hex());
        default -> {}
      }
    }
  }

  private static void list(StringBuilder out, ProtoReader list, int depth, boolean keyed) {
    out.append('[');
    String separator = "";
    while (list.next()) {
      if (list.is(1)) {
        out.append(separator);
        separator = ", ";
        if (keyed) {
          keyValue(out, list.message(), depth + 1);
        } else {
          value(out, list.message(), depth + 1);
        }
      }
    }
    out.append(']');
  }
}
