// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.AttributeKey;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;

/**
 * Reads OpenTelemetry's {@code Value} and {@code KeyValue}, which the oldest API that Clew runs on
 * does not have. Where it has them, they are called through method handles.
 */
final class RichValues {

  private static final String PACKAGE = "io.opentelemetry.api.common.";
  private static final Class<?> VALUE = find("Value");
  private static final Class<?> KEY_VALUE = find("KeyValue");
  private static final MethodHandle TYPE = getter(VALUE, "getType", find("ValueType"));
  private static final MethodHandle CONTENT = getter(VALUE, "getValue", Object.class);
  private static final MethodHandle KEY = getter(KEY_VALUE, "getKey", String.class);
  private static final MethodHandle ENTRY_VALUE = getter(KEY_VALUE, "getValue", VALUE);

  private RichValues() {}

  static boolean isRich(Object value) {
    return VALUE != null && VALUE.isInstance(value);
  }

  /** The name of the value's {@code ValueType}. */
  static String type(Object value) {
    return String.valueOf(call(TYPE, value));
  }

  static Object content(Object value) {
    return call(CONTENT, value);
  }

  static String key(Object keyValue) {
    return String.valueOf(call(KEY, keyValue));
  }

  static Object entryValue(Object keyValue) {
    return call(ENTRY_VALUE, keyValue);
  }

  /** A copy of the content of a value of type {@code BYTES}, or of its beginning. */
  static byte[] bytes(Object content, int maxLength) {
    ByteBuffer buffer = ((ByteBuffer) content).duplicate();
    byte[] bytes = new byte[Math.min(buffer.remaining(), maxLength)];
    buffer.get(bytes);
    return bytes;
  }

  private static Object call(MethodHandle getter, Object target) {
    try {
      return getter.invokeExact(target);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  private static Class<?> find(String name) {
    try {
      return Class.forName(PACKAGE + name, false, AttributeKey.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError older) {
      return null;
    }
  }

  private static MethodHandle getter(Class<?> owner, String name, Class<?> type) {
    if (owner == null || type == null) {
      return null;
    }
    try {
      return MethodHandles.publicLookup()
          .findVirtual(owner, name, MethodType.methodType(type))
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException older) {
      return null;
    }
  }
}
