// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.lang.ref.Reference;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ContainerResourcesTest {

  private static final class Bean {

    @Resource private CharSequence name = "name";
    @Resource private Number number = 1;
    private CharSequence own = "own";
  }

  private record Kind(Class<?> type, UnaryOperator<Object> tracing) implements ResourceKind {

    @Override
    public Set<Class<?>> types() {
      return Set.of(type);
    }

    @Override
    public Object traced(Object given) {
      return tracing.apply(given);
    }

    @Override
    public Object bare(Object traced) {
      return traced;
    }
  }

  @Test
  void beanWhoseInjectionNobodySawGetsResourcesOfEveryKindTraced() {
    ContainerResources names =
        new ContainerResources(new Kind(CharSequence.class, given -> "traced " + given));
    ContainerResources numbers =
        new ContainerResources(new Kind(Number.class, given -> (Integer) given + 1));

    Bean bean = new Bean();
    ContainerResources.allInjected(bean);

    assertThat(bean.name).isEqualTo("traced name");
    assertThat(bean.number).isEqualTo(2);
    assertThat(bean.own).isEqualTo("own");
    Reference.reachabilityFence(names);
    Reference.reachabilityFence(numbers);
  }
}
