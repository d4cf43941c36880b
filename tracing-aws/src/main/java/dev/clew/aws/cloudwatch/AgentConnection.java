// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A connection that waits nowhere but in its selector, so that an agent which reads nothing costs
 * no more than the time that is given. For one thread, but for {@link #abort}.
 */
final class AgentConnection implements Closeable {

  private final SocketChannel channel;
  private final Selector selector;
  private final long deadline;
  private volatile boolean aborted;

  private AgentConnection(SocketChannel channel, Selector selector, Duration timeout) {
    this.channel = channel;
    this.selector = selector;
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /** One that is not connected yet, and has so much time for all that it does. */
  static AgentConnection open(Duration timeout) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      return new AgentConnection(channel, Selector.open(), timeout);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  void connect(String host, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    boolean connected = channel.connect(address);
    while (!connected) {
      await(SelectionKey.OP_CONNECT);
      connected = channel.finishConnect();
    }
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      if (channel.write(left) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /**
   * Tells the agent that this was all, and returns once it has read it and gone. One that goes with
   * something unread resets the connection; one that went before its end was told may have.
   */
  void finish() throws IOException {
    ByteBuffer nothing = ByteBuffer.allocate(1);
    if (channel.read(nothing) < 0) {
      throw new EOFException("the agent has closed the connection");
    }
    channel.shutdownOutput();
    while (channel.read(nothing.clear()) >= 0) {
      await(SelectionKey.OP_READ);
    }
  }

  private void await(int operation) throws IOException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("the agent takes nothing");
    }
    channel.register(selector, operation);
    selector.select(left / 1_000_000 + 1);
    selector.selectedKeys().clear();
    if (aborted || Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("stopped");
    }
  }

  /** Ends what is under way. For any thread. */
  void abort() {
    aborted = true;
    selector.wakeup();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      selector.close();
    }
  }
}
