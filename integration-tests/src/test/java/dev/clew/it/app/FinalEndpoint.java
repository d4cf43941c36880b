// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** An endpoint that no interceptor can be put on. */
@ServerEndpoint("/final")
public final class FinalEndpoint {

  @OnMessage
  public String say(String text) {
    return "heard " + text;
  }
}
