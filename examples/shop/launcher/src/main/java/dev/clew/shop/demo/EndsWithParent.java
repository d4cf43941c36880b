// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * An agent for a child process: ends it as soon as its standard input does, which is when the
 * process that started it is gone, however that came about.
 */
public final class EndsWithParent {

  private EndsWithParent() {}

  /** Called by the JVM before the child's main class. */
  public static void premain(String arguments) {
    Thread watch = new Thread(EndsWithParent::awaitEnd, "ends with parent");
    watch.setDaemon(true);
    watch.start();
  }

  // Not closed: the descriptor is not ours.
  @SuppressWarnings("resource")
  private static void awaitEnd() {
    FileInputStream in = new FileInputStream(FileDescriptor.in);
    try {
      while (in.read() >= 0) {
        // nobody writes; only the end matters
      }
    } catch (IOException unreadable) {
      // as good as ended
    }
    Runtime.getRuntime().halt(1);
  }
}
