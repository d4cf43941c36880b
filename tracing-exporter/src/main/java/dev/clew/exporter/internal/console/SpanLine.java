// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.console;

import dev.clew.api.config.Printable;
import dev.clew.exporter.sender.ProtoReader;
import java.time.Instant;
import java.util.Locale;

/**
 * A span on one line: start, duration, kind, name, status, ids, attributes. Field numbers are those
 * of {@code trace.proto}.
 */
final class SpanLine {

  private static final int LONGEST_NAME = 200;
  private static final String[] KINDS = {
    "-", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"
  };

  private final StringBuilder attributes = new StringBuilder();
  private String traceId = "-";
  private String spanId = "-";
  private String parentId = "-";
  private String name = "";
  private String status = "";
  private long kind;
  private long start;
  private long end;

  private SpanLine() {}

  /**
   * Appends a span.
   *
   * @throws IllegalArgumentException where the bytes are none
   */
  static void append(StringBuilder out, byte[] bytes, int offset, int length) {
    SpanLine line = new SpanLine();
    ProtoReader fields = new ProtoReader(bytes, offset, length);
    while (fields.next()) {
      line.read(fields);
    }
    line.write(out);
  }

  private void read(ProtoReader fields) {
    switch (fields.field()) {
      case 1 -> traceId = fields.hex();
      case 2 -> spanId = fields.hex();
      case 4 -> parentId = fields.hex();
      case 5 -> name = Printable.of(fields.text(), LONGEST_NAME);
      case 6 -> kind = fields.bits();
      case 7 -> start = fields.bits();
      case 8 -> end = fields.bits();
      case 9 -> attribute(fields.message());
      case 15 -> status(fields.message());
      default -> {}
    }
  }

  private void attribute(ProtoReader attribute) {
    attributes.append(attributes.isEmpty() ? "" : ", ");
    AttributeText.keyValue(attributes, attribute, 0);
  }

  private void status(ProtoReader fields) {
    while (fields.next()) {
      if (fields.is(2)) {
        status += " " + Printable.of(fields.text(), LONGEST_NAME);
      } else if (fields.field() == 3) {
        status = (fields.bits() == 2 ? " ERROR" : fields.bits() == 1 ? " OK" : "") + status;
      }
    }
  }

  private void write(StringBuilder out) {
    out.append(Instant.ofEpochSecond(start / 1_000_000_000, start % 1_000_000_000))
        .append(String.format(Locale.ROOT, " %.3fms ", (end - start) / 1e6))
        .append(kind >= 0 && kind < KINDS.length ? KINDS[(int) kind] : "-")
        .append(" '")
        .append(name)
        .append('\'')
        .append(status)
        .append(" trace=")
        .append(traceId)
        .append(" span=")
        .append(spanId)
        .append(" parent=")
        .append(parentId)
        .append(" {")
        .append(attributes)
        .append('}');
  }
}
