// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The fields of a type of messages by their numbers, as JSON has them. Thread-safe. */
final class JsonFields {

  /**
   * One of them.
   *
   * @param isId whether its bytes are written as hexadecimal digits
   * @param message its type, where it is a message
   */
  record Field(
      SerializableString name,
      FieldDescriptor.Type type,
      boolean isRepeated,
      boolean isId,
      Descriptor message) {

    /** Those of its message; found when they are asked for, as values hold values. */
    JsonFields fields() {
      return of(message);
    }
  }

  private static final Map<Descriptor, JsonFields> KNOWN = new ConcurrentHashMap<>();

  private final Field[] byNumber;

  private JsonFields(Descriptor type) {
    int largest = type.getFields().stream().mapToInt(FieldDescriptor::getNumber).max().orElse(0);
    byNumber = new Field[largest + 1];
    for (FieldDescriptor field : type.getFields()) {
      byNumber[field.getNumber()] =
          new Field(
              new SerializedString(field.getJsonName()),
              field.getType(),
              field.isRepeated(),
              JsonBytes.isId(field),
              field.getType() == FieldDescriptor.Type.MESSAGE ? field.getMessageType() : null);
    }
  }

  static JsonFields of(Descriptor type) {
    JsonFields known = KNOWN.get(type);
    return known != null ? known : KNOWN.computeIfAbsent(type, JsonFields::new);
  }

  /** The field of a number; {@code null} where there is none. */
  Field find(int number) {
    return number < byNumber.length ? byNumber[number] : null;
  }
}
