// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.MDC;
import org.junit.jupiter.api.Test;

class MdcsTest {

  @Test
  void applicationsWithALoggingLibraryOfTheirOwnTellTheServerToo() throws Exception {
    Mdc server = JBossMdc.of(MDC.class.getClassLoader());
    assertThat(Mdcs.together(server, new Slf4jMdc())).isInstanceOf(BothMdcs.class);
    assertThat(MDC.copy()).isEmpty();
    assertThat(org.slf4j.MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  /** As on WildFly, where SLF4J keeps its MDC in JBoss LogManager's. */
  @Test
  void oneThatIsReachedInTwoWaysIsToldOnce() throws Exception {
    Mdc server = JBossMdc.of(MDC.class.getClassLoader());
    Mdc slf4j = JBossMdc.of(MDC.class.getClassLoader());
    assertThat(Mdcs.together(server, slf4j)).isSameAs(server);
    assertThat(MDC.copy()).isEmpty();
  }

  @Test
  void whatIsNotThereIsLeftOut() {
    Mdc slf4j = new Slf4jMdc();
    assertThat(Mdcs.together(null, slf4j)).isSameAs(slf4j);
    assertThat(Mdcs.together(slf4j, null)).isSameAs(slf4j);
    assertThat(Mdcs.together(null, null)).isNull();
  }
}
