// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Answers each text with the id of the trace that it is answered in, and what a bean says. */
@ServerEndpoint("/chat/{room}")
public class ChatEndpoint {

  @Inject Shelf shelf;

  private String room;

  @OnOpen
  public void open(Session session, @PathParam("room") String joined) {
    room = joined;
  }

  @OnMessage
  public String say(String text) {
    if (text.equals("fail")) {
      throw new IllegalStateException("nothing to say");
    }
    return Span.current().getSpanContext().getTraceId() + " " + shelf.find(room);
  }

  @OnMessage
  public byte[] echo(byte[] bytes) {
    return bytes;
  }

  @OnMessage
  public void hear(PongMessage pong) {
    // An answer to nothing.
  }

  @OnClose
  public void close(CloseReason reason) {
    room = null;
  }

  @OnError
  public void failed(Session session, Throwable thrown) throws IOException {
    session.getBasicRemote().sendText("failed: " + thrown.getMessage());
  }
}
