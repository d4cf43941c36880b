// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import dev.clew.instrument.logs.LogsOptions.MdcChoice;
import java.util.logging.LogManager;

/** Finds out which MDCs there are. */
final class Mdcs {

  private static final String PROBE = "clew-probe";

  private Mdcs() {}

  /**
   * The one to use.
   *
   * @return {@code null} for none
   * @throws Exception whatever the logging libraries throw
   */
  static Mdc find(MdcChoice choice) throws Exception {
    if (choice == MdcChoice.AUTO) {
      return together(ofServer(), shownSlf4j());
    }
    if (choice == MdcChoice.JBOSS) {
      return ofServer();
    }
    return choice == MdcChoice.SLF4J && isSlf4jThere() ? new Slf4jMdc() : null;
  }

  /** One, the other, or both; {@code null} for none. */
  static Mdc together(Mdc server, Mdc slf4j) {
    if (server == null || slf4j == null) {
      return server == null ? slf4j : server;
    }
    return areOne(server, slf4j) ? server : new BothMdcs(slf4j, server);
  }

  private static Mdc shownSlf4j() {
    try {
      return isSlf4jThere() && Slf4jMdc.isShown() ? new Slf4jMdc() : null;
    } catch (LinkageError unlikeAnyKnown) {
      return null;
    }
  }

  /** That of JBoss LogManager, where that is what {@code java.util.logging} logs to. */
  private static Mdc ofServer() throws Exception {
    return JBossMdc.of(LogManager.getLogManager().getClass().getClassLoader());
  }

  /** Whether SLF4J is bound to JBoss LogManager: then what is put into one shows in the other. */
  private static boolean areOne(Mdc server, Mdc slf4j) {
    Object before = slf4j.swap(PROBE, PROBE);
    try {
      return PROBE.equals(server.swap(PROBE, PROBE));
    } finally {
      server.set(PROBE, null);
      slf4j.set(PROBE, before);
    }
  }

  private static boolean isSlf4jThere() {
    try {
      Class.forName("org.slf4j.MDC", false, Mdcs.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
