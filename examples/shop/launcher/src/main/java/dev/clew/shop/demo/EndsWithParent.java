// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * An agent for a child process: ends it as soon as its standard input does, which is when the
 * process that started it is gone, however that came about. Where that process is not the one to
 * live with, its argument is the id of the one that is.
 */
public final class EndsWithParent {

  private EndsWithParent() {}

  /** Called by the JVM before the child's main class. */
  public static void premain(String arguments) {
    Thread watch = new Thread(() -> awaitEnd(arguments), "ends with parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEnd(String pid) {
    if (pid == null || pid.isEmpty()) {
      awaitEndOfInput();
    } else {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(parent -> parent.onExit().join());
    }
    Runtime.getRuntime().halt(1);
  }

  // Not closed: the descriptor is not ours.
  @SuppressWarnings("resource")
  private static void awaitEndOfInput() {
    FileInputStream in = new FileInputStream(FileDescriptor.in);
    try {
      while (in.read() >= 0) {
        // nobody writes; only the end matters
      }
    } catch (IOException unreadable) {
      // as good as ended
    }
  }
}
