// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSProducer;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerPropertiesTest {

  /** As Open Liberty has it: no names in place of an empty set. */
  @Test
  void producerThatHasNoNamesAtAllIsGivenOne() {
    Map<String, Object> properties = new HashMap<>();
    JMSProducer producer =
        (JMSProducer)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JMSProducer.class},
                (proxy, method, arguments) -> {
                  switch (method.getName()) {
                    case "setProperty" -> properties.put((String) arguments[0], arguments[1]);
                    case "clearProperties" -> properties.clear();
                    default -> {}
                  }
                  return null;
                });

    ProducerProperties own = ProducerProperties.of(producer);
    assertThat(own.propertyNames()).isEmpty();
    own.setProperty("traceparent", "00");
    assertThat(properties).containsOnlyKeys("traceparent");
    own.restore();
    assertThat(properties).isEmpty();
  }
}
