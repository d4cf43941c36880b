// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import org.slf4j.MDC;
import org.slf4j.spi.MDCAdapter;

/** SLF4J's. Loaded only where SLF4J is. */
final class Slf4jMdc implements Mdc {

  /** SLF4J's own adapters: they keep nothing, or keep it where no log shows it. */
  private static final String UNSHOWN = "org.slf4j.helpers.";

  /** Whether a logging library stands behind it that shows its values. */
  static boolean isShown() {
    MDCAdapter adapter = MDC.getMDCAdapter();
    return adapter != null && !adapter.getClass().getName().startsWith(UNSHOWN);
  }

  @Override
  public Object swap(String key, Object value) {
    String before = MDC.get(key);
    set(key, value);
    return before;
  }

  @Override
  public String text(Object before) {
    return (String) before;
  }

  @Override
  public void set(String key, Object value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, (String) value);
    }
  }
}
