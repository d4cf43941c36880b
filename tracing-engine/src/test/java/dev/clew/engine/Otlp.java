// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HexFormat;
import java.util.List;

/** Builds what is expected, with OpenTelemetry's own protobuf classes. */
final class Otlp {

  private Otlp() {}

  /** An id as hex. */
  static String id(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  static KeyValue attribute(String key, Object value) {
    return KeyValue.newBuilder().setKey(key).setValue(value(value)).build();
  }

  static AnyValue value(Object value) {
    AnyValue.Builder any = AnyValue.newBuilder();
    if (value instanceof String text) {
      any.setStringValue(text);
    } else if (value instanceof Boolean flag) {
      any.setBoolValue(flag);
    } else if (value instanceof Long number) {
      any.setIntValue(number);
    } else if (value instanceof Double number) {
      any.setDoubleValue(number);
    } else if (value instanceof byte[] bytes) {
      any.setBytesValue(ByteString.copyFrom(bytes));
    } else if (value instanceof List<?> items) {
      ArrayValue.Builder array = ArrayValue.newBuilder();
      items.forEach(item -> array.addValues(value(item)));
      any.setArrayValue(array);
    }
    return any.build();
  }
}
