// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.testkit.TracingExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments and results become attributes where they are tagged, of their own type. */
class TagsTest {

  private static final String KEY = "clew.test.value";

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  static List<Arguments> valuesAndTheirAttributes() {
    return List.of(
        Arguments.of("text", "text"),
        Arguments.of(7, 7L),
        Arguments.of((short) 7, 7L),
        Arguments.of((byte) 7, 7L),
        Arguments.of(Long.MAX_VALUE, Long.MAX_VALUE),
        Arguments.of(1.5f, 1.5),
        Arguments.of(2.5, 2.5),
        Arguments.of(true, true),
        Arguments.of('c', "c"),
        Arguments.of(List.of("a", "b"), List.of("a", "b")),
        Arguments.of(List.of(1, 2), List.of(1L, 2L)),
        Arguments.of(List.of(0.5, 1.5), List.of(0.5, 1.5)),
        Arguments.of(List.of(true), List.of(true)),
        Arguments.of(List.of("a", 1), "[a, 1]"),
        Arguments.of(Arrays.asList("a", null), "[a, null]"),
        Arguments.of(new int[] {1, 2}, List.of(1L, 2L)),
        Arguments.of(new double[] {0.5}, List.of(0.5)),
        Arguments.of(new String[] {"a"}, List.of("a")),
        Arguments.of(new Object[] {"a", 1}, "[a, 1]"),
        Arguments.of(new StringBuilder("built"), "built"));
  }

  @ParameterizedTest
  @MethodSource("valuesAndTheirAttributes")
  void aValueKeepsItsType(Object value, Object expected) {
    weld.bean(Service.class).take(value, "not tagged");
    assertThat(tracing.takeOne().attributes())
        .containsOnly(
            Map.entry(KEY, expected),
            Map.entry("code.function.name", Service.class.getName() + ".take"));
  }

  @ParameterizedTest
  @MethodSource("valuesAndTheirAttributes")
  void soDoesAResult(Object value, Object expected) {
    assertThat(weld.bean(Service.class).give(value)).isSameAs(value);
    assertThat(tracing.takeOne().attributes()).containsEntry(KEY, expected);
  }

  @Test
  void nothingIsLeftOut() {
    Service bean = weld.bean(Service.class);
    bean.take(null, null);
    bean.give(null);
    assertThat(tracing.takeAll(2))
        .allSatisfy(span -> assertThat(span.attributes()).doesNotContainKey(KEY));
  }

  @Test
  void aValueThatCannotBeWrittenIsLeftOut() {
    Object odd =
        new Object() {
          @Override
          public String toString() {
            throw new StackOverflowError("me again");
          }
        };
    assertThat(weld.bean(Service.class).give(odd)).isSameAs(odd);
    assertThat(tracing.takeOne().attributes()).doesNotContainKey(KEY);
  }

  @Test
  void aValueIsNotAskedForItsTextWhereNothingIsRecorded() {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    boolean[] asked = new boolean[1];
    Object value =
        new Object() {
          @Override
          public String toString() {
            asked[0] = true;
            return "text";
          }
        };
    Service bean = weld.bean(Service.class);
    bean.take(value, null);
    bean.give(value);
    assertThat(asked[0]).isFalse();
  }

  @ApplicationScoped
  static class Service {
    @Traced
    void take(@SpanTag(KEY) Object tagged, Object untagged) {}

    @Traced
    @SpanTag(KEY)
    Object give(Object value) {
      return value;
    }
  }
}
