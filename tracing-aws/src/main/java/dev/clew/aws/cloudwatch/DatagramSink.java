// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.aws.sender.Datagrams;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Datagrams to an agent, one a line. */
final class DatagramSink implements LogSink {

  private final Datagrams agent;

  DatagramSink(String host, int port) {
    this.agent = new Datagrams(host, port);
  }

  @Override
  public void write(List<byte[]> lines, Duration timeout) throws IOException {
    agent.send(lines);
  }

  @Override
  public String toString() {
    return agent.toString();
  }

  @Override
  public void close() {
    agent.close();
  }
}
