// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.engine.AttributeValues.Elements;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownAttributesTest {

  private static final int TAG = 1;

  private final KnownAttributes known = new KnownAttributes();

  @Test
  void whatWasLearntIsKnownWhoeverAsks() {
    learn("http.route", "/orders");

    assertThat(known.message(new String("http.route"), new String("/orders")))
        .isEqualTo(written("/orders").since(0));
  }

  @Test
  void anotherKeyValueOrTypeIsNotKnown() {
    learn("k", "1");
    learn("n", 1L);

    assertThat(known.message("k", 1L)).isNull();
    assertThat(known.message("K", "1")).isNull();
    assertThat(known.message("n", 2L)).isNull();
    assertThat(known.message("k", "")).isNull();
  }

  @Test
  void whatCameOnceIsNotKept() {
    for (int i = 0; i < 5000; i++) {
      see("k", "/orders/" + (100_000 + i));
      assertThat(known.message("k", "/orders/" + (100_000 + i))).isNull();
    }
  }

  @Test
  void textsThatAreAlikeWhereTheyAreLookedAtAreKeptApart() {
    learn("k", "a-mid-z");
    assertThat(known.message("k", "b-mid-z")).isNull();

    learn("k", "b-mid-z");
    assertThat(known.message("k", "b-mid-z")).isEqualTo(written("b-mid-z").since(0));
    assertThat(known.message("k", "a-mid-z")).isNull();
  }

  @Test
  void whatIsAskedForKeepsItsPlace() {
    learn("k", "a-mid-z");
    for (int i = 0; i < 100; i++) {
      assertThat(known.message("k", "a-mid-z")).isNotNull();
      see("k", "b-mid-z");
    }
    assertThat(known.message("k", "b-mid-z")).isNull();

    for (int i = 0; i < 100; i++) {
      see("k", "b-mid-z");
    }
    assertThat(known.message("k", "b-mid-z")).isNotNull();
  }

  @Test
  void longOnesAndListsAreNotKept() {
    String text = "x".repeat(300);
    learn("k", text);
    Elements list = new Elements(List.of(1L));
    learn("k", list);

    assertThat(known.message("k", text)).isNull();
    assertThat(known.message("k", list)).isNull();
  }

  @Test
  void spansThatRepeatAttributesAreEncodedAlike() {
    TestEngine engine = new TestEngine(Map.of());
    for (int i = 0; i < 200; i++) {
      Span span = engine.span("s");
      span.setAttribute("route", "/\u00fcber").setAttribute("status", 200L);
      span.setAttribute("id", "id-" + i)
          .setAttribute("again", i % 2 == 0)
          .setAttribute("empty", "");
      span.end();
    }

    KeyValue[][] expected =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    new KeyValue[] {
                      Otlp.attribute("route", "/\u00fcber"),
                      Otlp.attribute("status", 200L),
                      Otlp.attribute("id", "id-" + i),
                      Otlp.attribute("again", i % 2 == 0),
                      Otlp.attribute("empty", "")
                    })
            .toArray(KeyValue[][]::new);
    for (int i = 0; i < 200; i++) {
      assertThat(engine.sink.spans.get(i).getAttributesList()).containsExactly(expected[i]);
    }
  }

  private void learn(String key, Object value) {
    see(key, value);
    see(key, value);
  }

  private void see(String key, Object value) {
    known.learn(key, value, written(String.valueOf(value)), 0);
  }

  private static ProtoWriter written(String text) {
    ProtoWriter out = new ProtoWriter(64);
    out.string(TAG, text, Integer.MAX_VALUE);
    return out;
  }
}
