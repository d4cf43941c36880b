// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import java.util.Map;
import org.slf4j.MDC;

class LogbackMdcTest extends MdcContract {

  @Override
  Mdc mdc() {
    return new Slf4jMdc();
  }

  @Override
  Map<String, String> shown() {
    Map<String, String> shown = MDC.getCopyOfContextMap();
    return shown == null ? Map.of() : shown;
  }

  @Override
  void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  void clear() {
    MDC.clear();
  }
}
