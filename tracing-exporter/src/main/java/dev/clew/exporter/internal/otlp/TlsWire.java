// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * TLS on a wire, by the JDK's engine. Buffers that are read from stand ready to be written to
 * between calls, as {@link SSLEngine} wants them.
 */
final class TlsWire implements Wire {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Wire plain;
  private final SSLEngine engine;
  private final ByteBuffer received;
  private final ByteBuffer toSend;
  private final ByteBuffer clear;

  TlsWire(Wire plain, SSLEngine engine) {
    this.plain = plain;
    this.engine = engine;
    int packet = engine.getSession().getPacketBufferSize();
    this.received = ByteBuffer.allocate(packet);
    this.toSend = ByteBuffer.allocate(packet);
    this.clear = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
  }

  void handshake() throws IOException {
    engine.beginHandshake();
    while (isHandshaking()) {
      step();
    }
  }

  private boolean isHandshaking() {
    HandshakeStatus status = engine.getHandshakeStatus();
    return status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING;
  }

  /** Does what the engine needs next; there is only this thread to do it. */
  private void step() throws IOException {
    HandshakeStatus needed = engine.getHandshakeStatus();
    if (needed == HandshakeStatus.NEED_WRAP) {
      wrap(NOTHING);
    } else if (needed == HandshakeStatus.NEED_TASK) {
      runTasks();
    } else if (isHandshaking() && !unwrap()) {
      throw new SSLException("closed during the handshake");
    }
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  @Override
  public void deadline(long nanos) {
    plain.deadline(nanos);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    while (clear.position() == 0) {
      if (isHandshaking() && engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP) {
        step();
      } else if (!unwrap()) {
        return -1;
      }
    }
    clear.flip();
    int count = Math.min(clear.remaining(), into.remaining());
    into.put(clear.slice().limit(count));
    clear.position(clear.position() + count);
    clear.compact();
    return count;
  }

  /** Takes one record, reading as much as it takes; {@code false} at the end. */
  private boolean unwrap() throws IOException {
    while (true) {
      received.flip();
      SSLEngineResult result = engine.unwrap(received, clear);
      received.compact();
      SSLEngineResult.Status status = result.getStatus();
      if (status == SSLEngineResult.Status.OK) {
        return true;
      }
      if (status == SSLEngineResult.Status.BUFFER_OVERFLOW) {
        throw new SSLException("a record is larger than TLS allows");
      }
      if (status == SSLEngineResult.Status.CLOSED || plain.read(received) < 0) {
        return false;
      }
    }
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    while (from.hasRemaining()) {
      if (isHandshaking()) {
        step();
      } else {
        wrap(from);
      }
    }
  }

  private void wrap(ByteBuffer from) throws IOException {
    toSend.clear();
    SSLEngineResult result = engine.wrap(from, toSend);
    toSend.flip();
    plain.write(toSend);
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      throw new SSLException("closed");
    }
  }

  /**
   * What is silent below is silent here; session tickets that came after the answer make it look
   * busy, which costs a new connection and no more.
   */
  @Override
  public boolean isIdle() {
    return clear.position() == 0 && received.position() == 0 && plain.isIdle();
  }

  /** Without TLS's own farewell: the answer's length is known, so nothing can be cut off. */
  @Override
  public void close() throws IOException {
    plain.close();
  }
}
