// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.FakeAws;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.StatusCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reading a stream, as any consumer does, with kinesis-local. */
class KinesisPollTest {

  private static final String STREAM = "clicks";

  private static LocalKinesis emulator;

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  @BeforeAll
  static void start() throws Exception {
    emulator = LocalKinesis.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (emulator != null) {
      emulator.stop();
    }
  }

  @Test
  void readingIsNoTraceOfItsOwnUnlessItFails() {
    try (KinesisClient kinesis =
        FakeAws.prepared(KinesisClient.builder(), emulator.uri())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      kinesis.createStream(with -> with.streamName(STREAM).shardCount(1));
      kinesis.waiter().waitUntilStreamExists(of -> of.streamName(STREAM));
      kinesis.putRecord(
          put -> put.streamName(STREAM).partitionKey("1").data(SdkBytes.fromUtf8String("rope")));
      tracing.take("Kinesis.PutRecord");
      String start =
          kinesis
              .getShardIterator(
                  at ->
                      at.streamName(STREAM)
                          .shardId("shardId-000000000000")
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      String end = kinesis.getRecords(from -> from.shardIterator(start)).nextShardIterator();
      assertThat(kinesis.getRecords(from -> from.shardIterator(end)).records()).isEmpty();

      assertThatThrownBy(() -> kinesis.getRecords(from -> from.shardIterator("none")))
          .isInstanceOf(KinesisException.class);
    }

    assertThat(tracing.take("Kinesis.GetRecords").status()).isEqualTo(StatusCode.ERROR);
    tracing.take("Kinesis.CreateStream");
    tracing.ignoreOthers(); // The waiter's.
  }
}
