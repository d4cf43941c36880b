// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket that a test has opened. Waits for whatever it asks for, up to 20 seconds. */
public final class SocketClient implements AutoCloseable {

  private static final long SECONDS = 20;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private SocketClient(URI server, String... headers) throws Exception {
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI uri = URI.create("ws" + server.toString().substring("http".length()));
    socket = builder.buildAsync(uri, new Receiver()).get(SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Connects.
   *
   * @param server as for a request, beginning with {@code http}
   * @param headers name, value, name, value
   */
  public static SocketClient open(URI server, String... headers) throws Exception {
    return new SocketClient(server, headers);
  }

  /** Sends a text, and waits for the one that comes back. */
  public String ask(String text) throws Exception {
    socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
    return next();
  }

  /** Sends a text in two parts, and waits for the answer to each. */
  public List<String> askInParts(String first, String second) throws Exception {
    socket.sendText(first, false).get(SECONDS, TimeUnit.SECONDS);
    String answer = next();
    socket.sendText(second, true).get(SECONDS, TimeUnit.SECONDS);
    return List.of(answer, next());
  }

  /** Sends bytes, and waits for what comes back. */
  public String ask(byte[] bytes) throws Exception {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).get(SECONDS, TimeUnit.SECONDS);
    return next();
  }

  /** Sends a pong that answers no ping. */
  public void pong(byte[] bytes) throws Exception {
    socket.sendPong(ByteBuffer.wrap(bytes)).get(SECONDS, TimeUnit.SECONDS);
  }

  /** What comes next: a text, {@code "bytes n"}, {@code "closed code"}, or what went wrong. */
  public String next() throws InterruptedException {
    String next = received.poll(SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }

  /** Closes normally, and waits for the server to do so, too. */
  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      socket
          .sendClose(WebSocket.NORMAL_CLOSURE, "")
          .thenCompose(sent -> closed.orTimeout(SECONDS, TimeUnit.SECONDS))
          .join();
    }
  }

  private final class Receiver implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        received.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      received.add("bytes " + part.remaining());
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      received.add("closed " + code);
      closed.complete(null);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      received.add(failure.toString());
    }
  }
}
