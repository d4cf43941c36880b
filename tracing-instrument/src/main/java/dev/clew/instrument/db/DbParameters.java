// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.common.AttributeKey;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The values of one prepared statement that may be recorded. They stay until they are set anew, or
 * cleared, as JDBC has it. Not thread-safe, like the statement; nothing here throws.
 */
public final class DbParameters {

  private static final int MAX_LENGTH = 256;
  private static final String PREFIX = "db.query.parameter.";

  private final QueryParameters allowed;
  private final List<String> columns;

  /** By position, or by the name of a procedure's parameter. */
  private final Map<Object, Value> values = new LinkedHashMap<>(4);

  private record Value(String name, String text) {}

  DbParameters(QueryParameters allowed, List<String> columns) {
    this.allowed = allowed;
    this.columns = columns;
  }

  /**
   * A value has been set.
   *
   * @param position from 1
   */
  public void set(int position, Object value) {
    if (position >= 1 && position <= columns.size()) {
      put(position, columns.get(position - 1), value);
    }
  }

  /** A value has been set by name. */
  public void set(String name, Object value) {
    put(name, name, value);
  }

  private void put(Object key, String name, Object value) {
    try {
      String listed = allowed.listed(name);
      if (listed != null) {
        values.put(key, new Value(listed, text(value)));
      }
    } catch (Throwable failure) {
      Guard.failed("keep a parameter's value", failure);
    }
  }

  /** All have been cleared. */
  public void clear() {
    values.clear();
  }

  /** Says them. Several values of one column are all said. */
  public void describe(DbSpan span) {
    if (!span.isRecording() || values.isEmpty()) {
      return;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Value value : values.values()) {
      if (value.text != null) {
        texts.merge(value.name, value.text, (one, other) -> one + ", " + other);
      }
    }
    texts.forEach((name, text) -> span.set(AttributeKey.stringKey(PREFIX + name), text));
  }

  /** {@code null} of what has no text by itself, such as a stream: that is not read. */
  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    boolean plain =
        value == null
            || value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Date
            || value instanceof TemporalAccessor
            || value instanceof UUID;
    return plain ? cut(String.valueOf(value)) : null;
  }

  /** Never half a surrogate pair. */
  private static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}
