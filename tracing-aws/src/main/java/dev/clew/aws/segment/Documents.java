// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import dev.clew.aws.JsonText;
import dev.clew.aws.otlp.OtlpSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the spans of a trace that are at hand into documents: children into their parents', as far
 * as there is room. What is too large is split into documents of subsegments; what is too large
 * alone is cut. For one thread.
 */
public final class Documents {

  /** Deeper ones get documents of their own. */
  private static final int MAX_DEPTH = 30;

  private final SegmentFields fields;
  private final Map<String, List<OtlpSpan>> children = new HashMap<>();
  private final Deque<OtlpSpan> open = new ArrayDeque<>();
  private final Set<OtlpSpan> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Document> documents = new ArrayList<>();

  private Documents(SegmentFields fields) {
    this.fields = fields;
  }

  /**
   * The documents of one trace.
   *
   * @param spans each once
   */
  public static List<Document> of(List<OtlpSpan> spans, SegmentFields fields) {
    return new Documents(fields).write(spans);
  }

  private List<Document> write(List<OtlpSpan> spans) {
    Set<String> ids = new HashSet<>();
    spans.forEach(span -> ids.add(span.spanId()));
    for (OtlpSpan span : spans) {
      if (SegmentFields.isSegment(span) || !ids.contains(span.parentId())) {
        open.add(span);
      } else {
        children.computeIfAbsent(span.parentId(), parent -> new ArrayList<>()).add(span);
      }
    }
    writeOpen();
    // Spans that are below themselves are below nothing that was open.
    for (OtlpSpan span : spans) {
      if (!done.contains(span)) {
        open.add(span);
        writeOpen();
      }
    }
    return documents;
  }

  private void writeOpen() {
    while (!open.isEmpty()) {
      OtlpSpan span = open.remove();
      if (done.add(span)) {
        write(span);
      }
    }
  }

  private void write(OtlpSpan span) {
    List<OtlpSpan> embedded = new ArrayList<>();
    Map<String, Object> tree = fields.independent(span);
    embed(span, tree, embedded, 0);
    Document whole = document(span, tree, 1 + embedded.size());
    if (whole.fits()) {
      documents.add(whole);
      return;
    }
    embedded.forEach(done::remove);
    open.addAll(childrenOf(span));
    Map<String, Object> alone = fields.independent(span);
    Document single = document(span, alone, 1);
    documents.add(single.fits() ? single : document(span, Cut.toFit(alone), 1));
  }

  private void embed(
      OtlpSpan parent, Map<String, Object> tree, List<OtlpSpan> embedded, int depth) {
    List<Map<String, Object>> subsegments = new ArrayList<>();
    for (OtlpSpan child : childrenOf(parent)) {
      if (depth == MAX_DEPTH) {
        open.add(child);
      } else if (done.add(child)) {
        embedded.add(child);
        Map<String, Object> subsegment = fields.embedded(child);
        embed(child, subsegment, embedded, depth + 1);
        subsegments.add(subsegment);
      }
    }
    if (!subsegments.isEmpty()) {
      tree.put("subsegments", subsegments);
    }
  }

  private List<OtlpSpan> childrenOf(OtlpSpan span) {
    return children.getOrDefault(span.spanId(), List.of());
  }

  private static Document document(OtlpSpan span, Map<String, Object> tree, int spans) {
    return new Document(span.spanId(), JsonText.text(tree), spans);
  }
}
