// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.it.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Moves the server's ports to where all are free, before Arquillian reads its configuration, so
 * that builds can run side by side.
 */
public final class FreePorts implements TestExecutionListener {

  private static final int MIN_OFFSET = 1_000;
  private static final int MAX_OFFSET = 22_000; // stays below the ports of outgoing connections

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    if (System.getProperty("it.server") == null) {
      return; // unit tests
    }
    List<Integer> ports = Server.current().ports();
    int offset =
        RandomGenerator.getDefault()
            .ints(MIN_OFFSET, MAX_OFFSET)
            .filter(candidate -> ports.stream().allMatch(port -> isFree(port + candidate)))
            .findFirst()
            .orElseThrow();
    System.setProperty("it.port.offset", Integer.toString(offset));
    System.setProperty("it.port.http", Integer.toString(ports.get(0) + offset));
    System.setProperty("it.port.management", Integer.toString(ports.get(1) + offset));
    try {
      Server.current().prepare(offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
