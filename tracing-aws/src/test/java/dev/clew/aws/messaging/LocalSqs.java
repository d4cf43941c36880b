// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.FakeAws;
import dev.clew.emulators.Sqs;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS, emulated, and clients of it. */
final class LocalSqs {

  private final Sqs emulator = Sqs.start();

  SqsClient client() {
    return FakeAws.prepared(SqsClient.builder(), emulator.uri())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  SqsAsyncClient asyncClient() {
    return FakeAws.prepared(SqsAsyncClient.builder(), emulator.uri())
        .httpClientBuilder(NettyNioAsyncHttpClient.builder())
        .build();
  }

  void stop() {
    emulator.stop();
  }
}
