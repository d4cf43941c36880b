// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Of an application that goes while somebody is connected. */
@ServerEndpoint("/departing")
public class DepartingEndpoint {

  @OnMessage
  public String hear(String text) {
    return "heard " + text;
  }

  @OnClose
  public void close(Session session) {
    // To be called, or not, while everything else is stopped.
  }
}
