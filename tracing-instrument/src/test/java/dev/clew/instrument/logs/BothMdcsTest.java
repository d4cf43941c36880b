// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

class BothMdcsTest extends MdcContract {

  private final LogbackMdcTest logback = new LogbackMdcTest();
  private final JBossMdcTest jboss = new JBossMdcTest();

  @Override
  Mdc mdc() throws Exception {
    return new BothMdcs(logback.mdc(), jboss.mdc());
  }

  @Override
  Map<String, String> shown() {
    assertThat(logback.shown()).isEqualTo(jboss.shown());
    return logback.shown();
  }

  @Override
  void put(String key, String value) {
    logback.put(key, value);
    jboss.put(key, value);
  }

  @Override
  void clear() {
    logback.clear();
    jboss.clear();
  }
}
