// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.logmanager.MDC;
import org.junit.jupiter.api.Test;

class JBossMdcTest extends MdcContract {

  @Override
  Mdc mdc() throws Exception {
    return JBossMdc.of(MDC.class.getClassLoader());
  }

  @Override
  Map<String, String> shown() {
    return MDC.copy();
  }

  @Override
  void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  void clear() {
    MDC.clear();
  }

  @Test
  void isNotThereWhereJBossLogManagerIsNot() throws Exception {
    assertThat(JBossMdc.of(ClassLoader.getPlatformClassLoader())).isNull();
  }
}
