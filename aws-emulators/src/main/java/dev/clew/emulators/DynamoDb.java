// SPDX-License-Identifier: Apache-2.0
package dev.clew.emulators;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in memory, on any free port of the loopback interface: its own server would listen
 * to everybody.
 */
public final class DynamoDb {

  private final Server server =
      new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

  private DynamoDb() {}

  /** Starts it, without a table. */
  public static DynamoDb start() throws Exception {
    DynamoDb started = new DynamoDb();
    var handler =
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(0, true, null, true, false), null);
    started.server.setHandler(new DynamoDBProxyServer(0, handler).setUpHandler(handler));
    started.server.start();
    return started;
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getURI().getPort());
  }

  /** Ends it. */
  public void stop() throws Exception {
    server.stop();
  }
}
