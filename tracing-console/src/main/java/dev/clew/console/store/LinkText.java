// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import io.opentelemetry.proto.trace.v1.Span;

/**
 * Where the links of a span lead to, as a text that contains what a search asks for: of each the
 * trace id, {@code -} and the span id, with blanks between them. Of links to other traces only:
 * those within a trace are seen with it.
 */
public final class LinkText {

  private LinkText() {}

  /** The text of a span's links; {@code null} where none leads to another trace. */
  public static String of(Span span) {
    StringBuilder text = null;
    for (Span.Link link : span.getLinksList()) {
      if (isValid(link) && !link.getTraceId().equals(span.getTraceId())) {
        text = text == null ? new StringBuilder() : text.append(' ');
        text.append(KeptSpan.hex(link.getTraceId()))
            .append('-')
            .append(KeptSpan.hex(link.getSpanId()));
      }
    }
    return text == null ? null : text.toString();
  }

  private static boolean isValid(Span.Link link) {
    return link.getTraceId().size() == 16 && link.getSpanId().size() == 8;
  }
}
