// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.opensearch;

import dev.clew.aws.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A span as a document, in JSON.
 *
 * @param index where it belongs
 * @param id the same for the same span, so that it is there once
 * @param fields what it was made from; {@code null} where its attributes are a text already
 */
record SpanDocument(String index, String id, String source, Map<String, Object> fields) {

  /** What applications name, and what an index therefore may be unable to map. */
  private static final List<String> NAMED = List.of("attributes", "events", "links", "resource");

  /** Of the line before it. */
  private static final int ACTION = 120;

  static SpanDocument of(String index, String id, Map<String, Object> fields) {
    return new SpanDocument(index, id, JsonText.text(fields), fields);
  }

  boolean isMapped() {
    return fields != null;
  }

  /** The same, with all that applications have named in a field that is kept and not mapped. */
  SpanDocument asText() {
    Map<String, Object> mapped = new LinkedHashMap<>(fields);
    Map<String, Object> unmapped = new LinkedHashMap<>();
    NAMED.forEach(name -> unmapped.put(name, mapped.remove(name)));
    mapped.put(IndexTemplate.UNMAPPED, Map.of("json", JsonText.text(unmapped)));
    return new SpanDocument(index, id, JsonText.text(mapped), null);
  }

  /** About so many bytes of a request: UTF-8 takes three to a char at most, and rarely two. */
  int size() {
    return source.length() + ACTION;
  }

  /** Writes the two lines that index it. */
  void appendTo(StringBuilder lines) {
    JsonText.append(lines, Map.of("index", Map.of("_index", index, "_id", id)));
    lines.append('\n').append(source).append('\n');
  }
}
