// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where lines go that CloudWatch reads; its text says where, for the log. For one thread, but for
 * {@link #abort}.
 */
interface LogSink extends Closeable {

  /** What {@code clew.aws.cloudwatch.emf.agent} may be. */
  Pattern AGENT = Pattern.compile("(tcp|udp)://([^/]+):(\\d{1,5})/?");

  /**
   * The one for an agent, or for standard output.
   *
   * @param agent {@code tcp://host:port}, {@code udp://host:port}, or empty
   * @throws IllegalArgumentException where it is neither
   */
  static LogSink of(String agent) {
    if (agent.isBlank()) {
      return new OutputSink();
    }
    Matcher address = AGENT.matcher(agent.strip());
    if (!address.matches()) {
      throw new IllegalArgumentException(
          "clew.aws.cloudwatch.emf.agent is neither tcp://host:port nor udp://host:port");
    }
    String host = address.group(2);
    int port = Integer.parseInt(address.group(3));
    return address.group(1).equals("tcp")
        ? new StreamSink(host, port)
        : new DatagramSink(host, port);
  }

  /**
   * Writes lines, each ended by a line feed.
   *
   * @param lines at least one
   * @param timeout how long this may take at most, where somebody has to be waited for
   * @throws IOException where they have not arrived, as far as can be told
   */
  void write(List<byte[]> lines, Duration timeout) throws IOException;

  /** Ends what is under way. For any thread. */
  default void abort() {}

  @Override
  default void close() throws IOException {}
}
