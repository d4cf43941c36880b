// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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

  /** Which is why such ids are not put back. */
  @Test
  void isInherited() throws Exception {
    put("trace_id", Spans.TRACE);
    Map<String, String> inherited = CompletableFuture.supplyAsync(this::shown, started()).get();
    assertThat(inherited).containsEntry("trace_id", Spans.TRACE);
    clear();
  }

  private static Executor started() {
    return task -> new Thread(task).start();
  }

  @Test
  void isNotThereWhereJBossLogManagerIsNot() throws Exception {
    assertThat(JBossMdc.of(ClassLoader.getPlatformClassLoader())).isNull();
  }
}
