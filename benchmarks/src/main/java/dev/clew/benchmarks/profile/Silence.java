// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;

/** Keeps a process that is measured quiet: writing logs would be in somebody's figures. */
public final class Silence {

  /** The first Java that warns of what JMH and Artemis do with {@code sun.misc.Unsafe}. */
  private static final int WARNING_OF_UNSAFE = 24;

  /** Called by {@link LogManager}. */
  public Silence() throws IOException {
    byte[] off = ".level=OFF".getBytes(StandardCharsets.ISO_8859_1);
    LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(off));
  }

  /** Flags of a JVM that is to be quiet; the JVM has the version of this one. */
  public static List<String> flags() {
    String logging = "-Djava.util.logging.config.class=" + Silence.class.getName();
    return Runtime.version().feature() < WARNING_OF_UNSAFE
        ? List.of(logging)
        : List.of(logging, "--sun-misc-unsafe-memory-access=allow");
  }
}
