// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** Turns logging off in a process that is measured: writing it would be in somebody's figures. */
public final class Silence {

  /** Has the JVM's logging call this class. */
  public static final String FLAG = "-Djava.util.logging.config.class=" + Silence.class.getName();

  /** Called by {@link LogManager}. */
  public Silence() throws IOException {
    byte[] off = ".level=OFF".getBytes(StandardCharsets.ISO_8859_1);
    LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(off));
  }
}
