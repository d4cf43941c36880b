// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Iterator;

/**
 * Reads a header that may have been sent on several lines. {@code TextMapGetter.getAll} exists from
 * OpenTelemetry API 1.50 on and is reached without a link, because servers bring older ones.
 */
final class HeaderLines {

  private static final MethodHandle GET_ALL = findGetAll();

  /** More lines than any sender of good will uses; an endless iterator ends here. */
  private static final int MAX_LINES = 128;

  private HeaderLines() {}

  /** The header's only line; {@code null} where there is none, or more than one. */
  static <C> String only(TextMapGetter<C> getter, C carrier, String name) {
    if (GET_ALL == null) {
      return getter.get(carrier, name);
    }
    Iterator<?> lines = HeaderLines.<RuntimeException>lines(getter, carrier, name);
    if (lines == null || !lines.hasNext()) {
      return null;
    }
    String first = (String) lines.next();
    return lines.hasNext() ? null : first;
  }

  /**
   * The header's lines joined with commas; {@code null} where there is none. Lines are added until
   * there are more than {@code enough} characters.
   */
  static <C> String joined(TextMapGetter<C> getter, C carrier, String name, int enough) {
    if (GET_ALL == null) {
      return getter.get(carrier, name);
    }
    Iterator<?> lines = HeaderLines.<RuntimeException>lines(getter, carrier, name);
    if (lines == null || !lines.hasNext()) {
      return null;
    }
    String first = (String) lines.next();
    return first != null && lines.hasNext() ? join(first, lines, enough) : first;
  }

  private static String join(String first, Iterator<?> rest, int enough) {
    StringBuilder all = new StringBuilder(first);
    for (int i = 1; i < MAX_LINES && all.length() <= enough && rest.hasNext(); i++) {
      all.append(',').append((String) rest.next());
    }
    return all.toString();
  }

  /** Throws whatever the getter throws, which may be a checked exception in disguise. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Iterator<?> lines(
      TextMapGetter<?> getter, Object carrier, String name) throws E {
    try {
      return (Iterator<?>) GET_ALL.invokeExact(getter, carrier, name);
    } catch (Throwable thrown) {
      throw (E) thrown;
    }
  }

  private static MethodHandle findGetAll() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              TextMapGetter.class,
              "getAll",
              MethodType.methodType(Iterator.class, Object.class, String.class))
          .asType(
              MethodType.methodType(
                  Iterator.class, TextMapGetter.class, Object.class, String.class));
    } catch (ReflectiveOperationException olderThan150) {
      return null;
    }
  }
}
