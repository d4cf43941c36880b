// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The API of a tracestate that was read, and what is written of other implementations. */
class TraceStateListTest {

  private final TraceState state = TraceStateReader.read("foo@=1,bar=2,barbar=3");

  @Test
  void findsValuesByKey() {
    assertThat(state.get("foo@")).isEqualTo("1");
    assertThat(state.get("bar")).isEqualTo("2");
    assertThat(state.get("barbar")).isEqualTo("3");
    for (String absent : List.of("foo", "ba", "", "=", "2,barbar", "bar=2", "1", "barba")) {
      assertThat(state.get(absent)).as(absent).isNull();
    }
    assertThat(state.get(null)).isNull();
  }

  @Test
  void isAnOrderedMap() {
    assertThat(state.asMap())
        .containsExactly(entry("foo@", "1"), entry("bar", "2"), entry("barbar", "3"));
    Map<String, String> map = state.asMap();
    assertThatThrownBy(() -> map.put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    assertThat(state.size()).isEqualTo(3);
    assertThat(state.isEmpty()).isFalse();
    state.forEach(null);
  }

  @Test
  void equalsWhatReadsTheSame() {
    TraceState same = TraceStateReader.read(" foo@=1 , bar=2,barbar=3,");
    assertThat(state).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
    assertThat(state).isNotEqualTo(TraceStateReader.read("foo@=1"));
  }

  @Test
  void whatIsPutStandsFirstAndOnce() {
    assertThat(state.toBuilder().put("new", "4").build())
        .hasToString("new=4,foo@=1,bar=2,barbar=3");
    assertThat(state.toBuilder().put("bar", "9").build()).hasToString("bar=9,foo@=1,barbar=3");
  }

  @Test
  void whatIsNotAllowedIsNotPut() {
    TraceStateBuilder builder = state.toBuilder();
    builder.put("Bar", "1").put("a", "").put("a", "b,c").put("a", "b ").put("@a", "1");
    builder.put("a", "\u00e9").put("a", "x".repeat(257)).put(null, "1").put("a", null);
    assertThat(builder.build()).isEqualTo(state);
  }

  @Test
  void whatIsRemovedIsGone() {
    assertThat(state.toBuilder().remove("bar").remove("absent").remove(null).build())
        .hasToString("foo@=1,barbar=3");
    assertThat(state.toBuilder().remove("bar").remove("foo@").remove("barbar").build())
        .isSameAs(TraceState.getDefault());
  }

  @Test
  void the33rdMemberPushesOutTheLast() {
    TraceStateBuilder builder = state.toBuilder();
    for (int i = 0; i < 30; i++) {
      builder.put("k" + i, "v");
    }
    TraceState full = builder.build();
    assertThat(full.size()).isEqualTo(32);
    assertThat(full.get("barbar")).isNull();
    assertThat(full.toString()).startsWith("k29=v,").endsWith(",foo@=1,bar=2");
  }

  @Test
  void builderKeepsToTheLengthThatIsSentOn() {
    TraceStateBuilder builder = state.toBuilder();
    for (int i = 0; i < 29; i++) {
      builder.put("k" + i, "v".repeat(256));
    }
    assertThat(builder.build().toString())
        .hasSizeLessThanOrEqualTo(TraceStateList.MAX_LENGTH)
        .startsWith("k28=v")
        .endsWith(",foo@=1,bar=2,barbar=3");
  }

  @Test
  void stateOfTheApiIsWrittenInOrder() {
    TraceState ofApi = TraceState.builder().put("b", "2").put("a", "1").build();
    assertThat(TraceStateList.header(ofApi)).isEqualTo("a=1,b=2");
    assertThat(TraceStateList.header(TraceState.getDefault())).isEmpty();
    assertThat(TraceStateList.header(null)).isEmpty();
  }

  @Test
  void foreignStateIsWrittenWithoutWhatIsNotAllowed() {
    TraceState foreign =
        foreign("a", "1\r\nSet-Cookie: x", "b", "2", "c\r\n", "3", "d", null, null, "e", "f", "6");
    assertThat(TraceStateList.header(foreign)).isEqualTo("b=2,f=6");
    assertThat(TraceStateList.header(foreign("a", "\n"))).isEmpty();
  }

  @Test
  void foreignStateIsCutTo32Members() {
    String[] many = new String[80];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "k" + i;
      many[i + 1] = "v";
    }
    assertThat(TraceStateList.header(foreign(many)).split(",")).hasSize(32);
  }

  @SuppressWarnings("unchecked")
  private static TraceState foreign(String... keysAndValues) {
    return (TraceState)
        Proxy.newProxyInstance(
            TraceState.class.getClassLoader(),
            new Class<?>[] {TraceState.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isEmpty")) {
                return false;
              }
              for (int i = 0; i < keysAndValues.length; i += 2) {
                ((BiConsumer<String, String>) arguments[0])
                    .accept(keysAndValues[i], keysAndValues[i + 1]);
              }
              return null;
            });
  }
}
