// SPDX-License-Identifier: Apache-2.0
package dev.clew.emulators;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ on any free port of the loopback interface. */
public final class Sqs {

  private final SQSRestServer server;

  private Sqs(SQSRestServer server) {
    this.server = server;
  }

  /** Starts it, without a queue. */
  public static Sqs start() {
    return new Sqs(SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start());
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
  }

  /** Ends it. */
  public void stop() {
    server.stopAndWait();
  }
}
