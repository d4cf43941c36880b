// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values of any shape, which only newer APIs have; these tests cannot be compiled against them. */
@Tag("newest-opentelemetry")
class RichValuesTest {

  private static final String VALUE = "io.opentelemetry.api.common.Value";

  private final TestEngine engine =
      new TestEngine(Map.of("otel.attribute.value.length.limit", "5"));

  @Test
  void simpleValuesAreWhatTheyHold() throws Exception {
    assertThat(recorded(value(String.class, "a text"))).isEqualTo(Otlp.value("a tex"));
    assertThat(recorded(value(long.class, 7L))).isEqualTo(Otlp.value(7L));
    assertThat(recorded(value(double.class, 0.5))).isEqualTo(Otlp.value(0.5));
    assertThat(recorded(value(boolean.class, true))).isEqualTo(Otlp.value(true));
  }

  @Test
  void bytesAreBytes() throws Exception {
    assertThat(recorded(value(byte[].class, new byte[] {1, 2, 3, 4, 5, 6})))
        .isEqualTo(Otlp.value(new byte[] {1, 2, 3, 4, 5}));
  }

  @Test
  void arraysMayHoldAnything() throws Exception {
    Object array = array(value(String.class, "a"), array(value(long.class, 1L)));

    assertThat(recorded(array)).isEqualTo(Otlp.value(List.of("a", List.of(1L))));
  }

  @Test
  void mapsAreMaps() throws Exception {
    Object map = value(Map.class, Map.of("key", value(byte[].class, new byte[] {1})));

    assertThat(recorded(map))
        .isEqualTo(
            AnyValue.newBuilder()
                .setKvlistValue(
                    KeyValueList.newBuilder()
                        .addValues(Otlp.attribute("key", ByteString.fromHex("01").toByteArray())))
                .build());
  }

  @Test
  void theEmptyValueIsEmpty() throws Exception {
    Object empty = Class.forName(VALUE).getMethod("empty").invoke(null);

    assertThat(recorded(empty)).isEqualTo(AnyValue.getDefaultInstance());
  }

  @Test
  void aValueThatGrowsWithoutBoundIsCut() throws Exception {
    Object value = value(String.class, "leaf");
    for (int i = 0; i < 40; i++) {
      value = array(value, value);
    }

    assertThat(recorded(value).getSerializedSize()).isLessThan(200_000);
  }

  @SuppressWarnings("unchecked")
  private AnyValue recorded(Object value) throws Exception {
    engine.sink.spans.clear();
    AttributeKey<Object> key =
        (AttributeKey<Object>)
            AttributeKey.class.getMethod("valueKey", String.class).invoke(null, "k");
    Span span = engine.span("s").setAttribute(key, value);
    span.end();
    assertThat(engine.problems).isEmpty();
    return engine.sink.only().getAttributes(0).getValue();
  }

  private static Object value(Class<?> type, Object content) throws Exception {
    return Class.forName(VALUE).getMethod("of", type).invoke(null, content);
  }

  private static Object array(Object... values) throws Exception {
    Class<?> type = Class.forName(VALUE);
    Object array = Array.newInstance(type, values.length);
    for (int i = 0; i < values.length; i++) {
      Array.set(array, i, values[i]);
    }
    return type.getMethod("of", array.getClass()).invoke(null, array);
  }
}
