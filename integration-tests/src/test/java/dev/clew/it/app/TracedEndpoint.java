// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import dev.clew.api.Traced;
import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Asks for its messages to be traced. */
@ServerEndpoint("/traced")
public class TracedEndpoint {

  @Inject Shelf shelf;

  @OnMessage
  @Traced(operationName = "say")
  public String say(String text) {
    return shelf.find(text);
  }
}
