// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;

/**
 * A connection to an agent for each batch. The agent says nothing, but it closes what it has read
 * to its end, and that is taken for its answer: what has merely been written may still be in a
 * buffer when the agent goes away, and then it is lost without a word.
 */
final class StreamSink implements LogSink {

  private final String host;
  private final int port;
  private volatile AgentConnection current;
  private volatile boolean aborted;

  StreamSink(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public void write(List<byte[]> lines, Duration timeout) throws IOException {
    try (AgentConnection connection = AgentConnection.open(timeout)) {
      current = connection;
      if (aborted) {
        throw new InterruptedIOException("stopped");
      }
      connection.connect(host, port);
      for (byte[] line : lines) {
        connection.write(line);
      }
      connection.finish();
    } finally {
      current = null;
    }
  }

  @Override
  public String toString() {
    return "tcp://" + host + ":" + port;
  }

  @Override
  public void abort() {
    aborted = true;
    AgentConnection connection = current;
    if (connection != null) {
      connection.abort();
    }
  }
}
