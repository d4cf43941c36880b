// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.file;

import dev.clew.exporter.internal.proto.OtlpJson;
import dev.clew.exporter.internal.proto.Schema;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;

/** Writes a batch as an {@code ExportTraceServiceRequest} in OTLP JSON, on one line. */
final class BatchJson {

  private final StringBuilder out;
  private final OtlpJson json;
  private byte[] scope;
  private boolean first = true;
  private int unreadable;

  private BatchJson(StringBuilder out) {
    this.out = out;
    this.json = new OtlpJson(out);
  }

  /**
   * Writes it, with the end of the line.
   *
   * @return how many spans were left out because they are no OTLP
   */
  static int write(Batch batch, StringBuilder out) throws IOException {
    BatchJson writer = new BatchJson(out);
    out.append("{\"resourceSpans\":[{");
    writer.prefix(Schema.RESOURCE_PREFIX, batch.resourcePrefix());
    out.append("\"scopeSpans\":[");
    batch.forEach(writer::span);
    writer.endScope();
    out.append("]}]}\n");
    return writer.unreadable;
  }

  private void span(byte[] scopePrefix, byte[] bytes, int offset, int length) {
    if (scopePrefix != scope) {
      endScope();
      out.append(scope == null ? "{" : ",{");
      prefix(Schema.SCOPE_PREFIX, scopePrefix);
      out.append("\"spans\":[");
      scope = scopePrefix;
      first = true;
    }
    int before = out.length();
    try {
      out.append(first ? "" : ",");
      json.message(Schema.SPAN, bytes, offset, length);
      first = false;
    } catch (IllegalArgumentException malformed) {
      out.setLength(before);
      unreadable++;
    }
  }

  private void endScope() {
    if (scope != null) {
      out.append("]}");
    }
  }

  private void prefix(Schema schema, byte[] bytes) {
    int before = out.length();
    try {
      if (json.fields(schema, bytes, 0, bytes.length)) {
        out.append(',');
      }
    } catch (IllegalArgumentException malformed) {
      out.setLength(before);
    }
  }
}
