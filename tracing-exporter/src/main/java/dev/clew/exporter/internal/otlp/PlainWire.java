// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A socket that never blocks but in its selector, which has a time limit and can be woken: so
 * connecting, reading and writing all end in time, and at an interrupt.
 */
final class PlainWire implements Wire {

  private final SocketChannel channel;
  private final Selector selector;
  private SelectionKey key;
  private long deadline;

  private PlainWire(SocketChannel channel, Selector selector) {
    this.channel = channel;
    this.selector = selector;
  }

  /** A wire that is not connected yet, so that it can be closed while it is connecting. */
  static PlainWire open() throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      PlainWire wire = new PlainWire(channel, Selector.open());
      wire.key = channel.register(wire.selector, 0);
      return wire;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  void connect(InetSocketAddress address) throws IOException {
    boolean connected = channel.connect(address);
    while (!connected) {
      await(SelectionKey.OP_CONNECT);
      connected = channel.finishConnect();
    }
  }

  @Override
  public void deadline(long nanos) {
    deadline = nanos;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    while (count == 0) {
      await(SelectionKey.OP_READ);
      count = channel.read(into);
    }
    millisLeft();
    return count;
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    while (from.hasRemaining()) {
      if (channel.write(from) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  @Override
  public boolean isIdle() {
    try {
      return channel.read(ByteBuffer.allocate(1)) == 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private void await(int operation) throws IOException {
    try {
      key.interestOps(operation);
      selector.select(millisLeft());
      selector.selectedKeys().clear();
    } catch (CancelledKeyException | ClosedSelectorException closed) {
      throw new AsynchronousCloseException();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
  }

  private long millisLeft() throws IOException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("timed out");
    }
    return left / 1_000_000 + 1;
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
