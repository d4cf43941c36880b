// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import dev.clew.aws.otlp.OtlpSpan;
import dev.clew.aws.otlp.OtlpValues;
import dev.clew.aws.otlp.SpanBytes;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The documents of a batch, those of a trace one behind the other.
 *
 * @param unreadable spans that are none
 */
public record Segments(List<Document> documents, long unreadable) {

  /**
   * Makes them.
   *
   * @param annotated keys of attributes that become annotations
   */
  public static Segments of(Batch batch, Collection<String> annotated) throws IOException {
    SegmentFields fields =
        new SegmentFields(OtlpValues.resource(batch.resourcePrefix()), annotated);
    List<Document> documents = new ArrayList<>();
    long unreadable = 0;
    for (List<SpanBytes> trace : SpanBytes.byTrace(batch).values()) {
      List<OtlpSpan> spans = new ArrayList<>();
      for (SpanBytes span : trace) {
        try {
          spans.add(span.read());
        } catch (IllegalArgumentException noSpan) {
          unreadable++;
        }
      }
      documents.addAll(Documents.of(spans, fields));
    }
    return new Segments(documents, unreadable);
  }
}
