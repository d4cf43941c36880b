// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

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
public final class LocalDynamoDb {

  private final Server server =
      new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

  public LocalDynamoDb() throws Exception {
    var handler =
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(0, true, null, true, false), null);
    server.setHandler(new DynamoDBProxyServer(0, handler).setUpHandler(handler));
    server.start();
  }

  public URI uri() {
    return server.getURI();
  }

  public void stop() throws Exception {
    server.stop();
  }
}
