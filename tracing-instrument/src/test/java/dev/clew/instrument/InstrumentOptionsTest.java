// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.instrument.logs.LogsOptions;
import dev.clew.instrument.runtime.RuntimeOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentOptionsTest {

  @Test
  void allAreListed() {
    List<?> declared =
        Arrays.stream(InstrumentOptions.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(InstrumentOptionsTest::value)
            .toList();

    assertThat(InstrumentOptions.all())
        .containsAll(RuntimeOptions.all())
        .containsAll(LogsOptions.all())
        .hasSize(declared.size() + RuntimeOptions.all().size() + LogsOptions.all().size());
    assertThat(List.<Object>copyOf(InstrumentOptions.all())).containsAll(declared);
  }

  @Test
  void everyDefaultCanBeUsed() {
    assertThat(InstrumentOptions.all()).extracting(Option::defaultValue).doesNotContainNull();
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
