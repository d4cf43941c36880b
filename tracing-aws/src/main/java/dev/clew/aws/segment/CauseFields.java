// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code cause} of a document: the exceptions that a span has recorded, with their stacks. */
final class CauseFields {

  private static final Pattern FRAME =
      Pattern.compile("\\s*at ([^()]{1,512})\\(([^():]{1,256})(?::(\\d{1,9}))?\\)");
  private static final String CAUSED_BY = "Caused by: ";
  private static final int MOST_FRAMES = 100;
  private static final int MOST_CAUSES = 10;

  private CauseFields() {}

  static boolean isException(OtlpSpan.Event event) {
    return event.name().equals("exception");
  }

  static void put(Map<String, Object> into, OtlpSpan span) {
    List<Map<String, Object>> exceptions = new ArrayList<>();
    for (OtlpSpan.Event event : span.events()) {
      if (isException(event)) {
        add(exceptions, event.attributes(), span.spanId());
      }
    }
    if (exceptions.isEmpty() && span.isError() && !span.statusMessage().isEmpty()) {
      exceptions.add(exception(exceptions, span.spanId(), "error", span.statusMessage()));
    }
    if (!exceptions.isEmpty()) {
      into.put("cause", Map.of("exceptions", exceptions));
    }
  }

  private static void add(
      List<Map<String, Object>> exceptions, Map<String, Object> event, String spanId) {
    Map<String, Object> current =
        exception(
            exceptions,
            spanId,
            String.valueOf(event.getOrDefault("exception.type", "")),
            String.valueOf(event.getOrDefault("exception.message", "")));
    exceptions.add(current);
    int causes = 0;
    List<Map<String, Object>> stack = new ArrayList<>();
    for (String line :
        String.valueOf(event.getOrDefault("exception.stacktrace", "")).split("\\R")) {
      if (line.startsWith(CAUSED_BY)) {
        if (++causes > MOST_CAUSES) {
          break;
        }
        close(current, stack);
        stack = new ArrayList<>();
        Map<String, Object> cause = causedBy(exceptions, spanId, line);
        current.put("cause", cause.get("id"));
        exceptions.add(cause);
        current = cause;
      } else {
        Map<String, Object> frame = frame(line);
        if (frame != null) {
          stack.add(frame);
        }
      }
    }
    close(current, stack);
  }

  private static Map<String, Object> causedBy(
      List<Map<String, Object>> exceptions, String spanId, String line) {
    String text = line.substring(CAUSED_BY.length());
    int colon = text.indexOf(": ");
    return exception(
        exceptions,
        spanId,
        colon < 0 ? text : text.substring(0, colon),
        colon < 0 ? "" : text.substring(colon + 2));
  }

  /** Its id is one that nothing else in the trace is likely to have. */
  private static Map<String, Object> exception(
      List<Map<String, Object>> before, String spanId, String type, String message) {
    Map<String, Object> exception = new LinkedHashMap<>();
    long id = spanId.hashCode() * 0x9e3779b97f4a7c15L + (before.size() + 1) * 0xbf58476d1ce4e5b9L;
    exception.put("id", "%016x".formatted(id));
    exception.put("type", type);
    exception.put("message", message);
    return exception;
  }

  private static void close(Map<String, Object> exception, List<Map<String, Object>> stack) {
    int kept = Math.min(stack.size(), MOST_FRAMES);
    if (kept > 0) {
      exception.put("stack", List.copyOf(stack.subList(0, kept)));
    }
    if (kept < stack.size()) {
      exception.put("truncated", stack.size() - kept);
    }
  }

  /** {@code null} where the line is none. */
  private static Map<String, Object> frame(String line) {
    Matcher at = FRAME.matcher(line);
    if (!at.matches()) {
      return null;
    }
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("label", at.group(1));
    frame.put("path", at.group(2));
    if (at.group(3) != null) {
      frame.put("line", Integer.parseInt(at.group(3)));
    }
    return frame;
  }
}
