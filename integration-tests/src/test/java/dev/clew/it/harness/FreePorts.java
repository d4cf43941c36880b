// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import java.io.IOException;
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

  private static final int HTTP = 8080;
  private static final int MANAGEMENT = 9990;

  /** All that a server opens, as it is before the offset is added. */
  private static final List<Integer> PORTS = List.of(HTTP, MANAGEMENT, 8443, 3528);

  private static final int MIN_OFFSET = 1_000;
  private static final int MAX_OFFSET = 22_000; // stays below the ports of outgoing connections

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    int offset =
        RandomGenerator.getDefault()
            .ints(MIN_OFFSET, MAX_OFFSET)
            .filter(candidate -> PORTS.stream().allMatch(port -> isFree(port + candidate)))
            .findFirst()
            .orElseThrow();
    System.setProperty("it.port.offset", Integer.toString(offset));
    System.setProperty("it.port.http", Integer.toString(HTTP + offset));
    System.setProperty("it.port.management", Integer.toString(MANAGEMENT + offset));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
