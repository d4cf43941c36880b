// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.trace.StatusCode;

/**
 * Writes finished spans as the bodies of OTLP {@code Span} messages ({@code trace/v1/trace.proto})
 * into a buffer that it keeps. Allocates nothing unless the buffer must grow or the span carries a
 * trace state. For use by one thread at a time.
 */
final class SpanEncoder {

  private static final int HAS_IS_REMOTE = 0x100;
  private static final int IS_REMOTE = 0x200;
  private static final int STATUS_OK = 1;
  private static final int STATUS_ERROR = 2;

  static final int NAME = 5;

  private static final int CAPACITY = 1024;

  private final ProtoWriter out = new ProtoWriter(CAPACITY);
  private final AttributeEncoder attributes;
  private final KnownTexts names;
  private Cut cut;

  SpanEncoder(KnownTexts keys, KnownAttributes known, KnownTexts names) {
    this.attributes = new AttributeEncoder(out, keys, known);
    this.names = names;
  }

  /**
   * Writes one span, with as little cut as makes it fit.
   *
   * @param recording what was recorded: the span itself, or what several threads recorded together
   * @return holds the message until the next call
   */
  ProtoWriter encode(RecordingSpan span, Recording recording, long endEpochNanos, int maxBytes) {
    for (int harder = 0; harder < Cut.HARDER.size(); harder++) {
      cut = Cut.HARDER.get(harder);
      try {
        out.clear(maxBytes);
        write(span, recording, endEpochNanos);
        if (out.length() <= maxBytes) {
          return out;
        }
      } catch (ProtoWriter.TooLong tooLong) {
        // Once more, with the next harder cut.
      }
    }
    throw new ProtoWriter.TooLong();
  }

  int capacity() {
    return out.capacity();
  }

  private void write(RecordingSpan span, Recording recording, long endEpochNanos) {
    details(recording);
    out.fixed64(8, endEpochNanos);
    out.fixed64(7, span.startEpochNanos());
    out.number(6, span.kind() + 1);
    out.text(names, recording.recordedName(), cut.length());
    context(span);
  }

  private void context(RecordingSpan span) {
    ClewSpanContext context = span.getSpanContext();
    out.fixed32(16, flags(context.flags, span.hasRemoteParent()));
    if (span.parentSpanId() != 0) {
      out.spanId(4, span.parentSpanId());
    }
    traceState(3, context);
    out.spanId(2, context.spanId);
    out.traceId(1, context.traceIdHigh, context.traceIdLow);
  }

  private void details(Recording recording) {
    status(recording.status());
    out.count(14, links(recording.links()) + recording.droppedLinks());
    out.count(12, events(recording.events()) + recording.droppedEvents());
    out.count(10, attributes(9, recording.attributes()) + recording.droppedAttributes());
  }

  private void status(SpanStatus status) {
    if (status == null) {
      return;
    }
    int mark = out.length();
    out.number(3, status.code() == StatusCode.OK ? STATUS_OK : STATUS_ERROR);
    if (!status.description().isEmpty()) {
      out.string(2, status.description(), cut.length());
    }
    out.message(15, mark);
  }

  private int links(Object[] links) {
    int used = Slots.used(links);
    int end = Math.min(used, cut.items());
    for (int i = end - 1; i >= 0; i--) {
      link((Link) links[i]);
    }
    return used - end;
  }

  private void link(Link link) {
    ClewSpanContext target = link.target();
    int mark = out.length();
    out.fixed32(6, flags(target.flags, target.isRemote()));
    out.count(5, attributes(4, link.attributes()) + link.droppedAttributes());
    traceState(3, target);
    out.spanId(2, target.spanId);
    out.traceId(1, target.traceIdHigh, target.traceIdLow);
    out.message(13, mark);
  }

  private int events(Object[] events) {
    int used = Slots.used(events);
    int end = Math.min(used, cut.items());
    for (int i = end - 1; i >= 0; i--) {
      event((Event) events[i]);
    }
    return used - end;
  }

  private void event(Event event) {
    int mark = out.length();
    out.count(4, attributes(3, event.attributes()) + event.droppedAttributes());
    out.string(2, event.name(), cut.length());
    out.fixed64(1, event.epochNanos());
    out.message(11, mark);
  }

  /** Returns how many were left out. */
  private int attributes(int field, Object[] pairs) {
    return attributes.write(field, pairs, cut.attributes(), cut.length());
  }

  private void traceState(int field, ClewSpanContext context) {
    String text = cut.traceState() ? TraceStates.text(context.getTraceState()) : "";
    if (!text.isEmpty()) {
      out.string(field, text, Integer.MAX_VALUE);
    }
  }

  private static int flags(byte traceFlags, boolean remote) {
    return traceFlags & 0xFF | HAS_IS_REMOTE | (remote ? IS_REMOTE : 0);
  }
}
