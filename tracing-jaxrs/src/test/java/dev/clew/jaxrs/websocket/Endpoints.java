// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;

/** Endpoints of all sorts. */
final class Endpoints {

  private Endpoints() {}

  @ServerEndpoint("/parts/{name}")
  public static class Parts {

    @OnMessage
    public String hear(@PathParam("name") String name, boolean last, String part) {
      return name + " " + part + " " + last;
    }

    @OnMessage
    public String hear(ByteBuffer bytes) {
      return "bytes " + bytes.remaining();
    }
  }

  @ServerEndpoint("/reading")
  public static class Reading extends Inherited {

    /** No occasion calls it. */
    public String unasked() {
      return "nothing";
    }
  }

  /** Has what another inherits. */
  public static class Inherited {

    @OnMessage
    public String hear(Reader text) throws IOException {
      return "begins with " + (char) text.read();
    }
  }

  @ServerEndpoint("/flag")
  public static class Flag {

    @OnMessage
    public String hear(boolean flag, Session session) {
      return "heard " + flag;
    }
  }

  /** One instance for all connections. */
  @ApplicationScoped
  @ServerEndpoint("/shared")
  public static class Shared {

    @OnOpen
    public void open(Session session) {
      // Only to be told.
    }

    @OnMessage
    public String hear(String text, Session session) {
      return "heard " + text;
    }
  }

  @ServerEndpoint("/closed")
  public static final class Closed {

    @OnMessage
    public String hear(String text) {
      return "heard " + text;
    }
  }

  @ServerEndpoint("/sealed")
  public static sealed class Sealed permits Heir {

    @OnMessage
    public String hear(String text) {
      return "heard " + text;
    }
  }

  static final class Heir extends Sealed {}

  @ServerEndpoint("/hidden")
  public static class Hidden {

    @OnMessage
    public final String hear(String text) {
      return say(text);
    }

    @OnMessage
    private String hear(ByteBuffer bytes) {
      return say("bytes");
    }

    private static String say(String what) {
      return "heard " + what;
    }
  }
}
