// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.FakeAws;
import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ on any free port of the loopback interface. */
final class LocalSqs {

  private final SQSRestServer server =
      SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
  private final URI uri =
      URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());

  SqsClient client() {
    return FakeAws.prepared(SqsClient.builder(), uri)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  SqsAsyncClient asyncClient() {
    return FakeAws.prepared(SqsAsyncClient.builder(), uri)
        .httpClientBuilder(NettyNioAsyncHttpClient.builder())
        .build();
  }

  void stop() {
    server.stopAndWait();
  }
}
