// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.aws.FakeAws;
import dev.clew.aws.FaultyProxy;
import dev.clew.aws.SenderRun;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** From spans to a stream of kinesis-local, behind a proxy that lets requests go wrong. */
class KinesisSenderTest {

  private static LocalKinesis server;
  private static KinesisClient kinesis;

  private String stream;
  private FaultyProxy proxy;
  private SenderRun run;

  @BeforeAll
  static void serve() throws Exception {
    server = LocalKinesis.start();
    kinesis =
        FakeAws.prepared(KinesisClient.builder(), server.uri())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stopServing() throws Exception {
    if (server != null) {
      kinesis.close();
      server.stop();
    }
  }

  @BeforeEach
  void start(TestInfo test) throws Exception {
    stream = test.getTestMethod().orElseThrow().getName();
    kinesis.createStream(create -> create.streamName(stream).shardCount(2));
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::isActive);
    proxy = new FaultyProxy(server.uri()).every(0);
    run =
        new SenderRun("kinesis")
            .set("clew.aws.kinesis.stream", stream)
            .set("clew.aws.kinesis.endpoint", proxy.uri());
  }

  private boolean isActive() {
    return kinesis
            .describeStreamSummary(of -> of.streamName(stream))
            .streamDescriptionSummary()
            .streamStatus()
        == StreamStatus.ACTIVE;
  }

  @AfterEach
  void stop() {
    run.close();
    proxy.close();
  }

  @Test
  void allSpansArriveThroughFaults() throws Exception {
    run.set("otel.bsp.max.export.batch.size", "1000");
    proxy.every(10);
    run.traces(1_000, 100_000);

    assertThat(run.flush()).isTrue();
    assertThat(run.sent()).isEqualTo(100_000);
    assertThat(run.dropped()).isZero();
    assertThat(proxy.faults()).isGreaterThan(9);
    assertThat(records().stream().flatMap(KinesisSenderTest::spans).map(Span::getSpanId).distinct())
        .hasSize(100_000);
  }

  @Test
  void recordHasTheSpansOfOneTraceAndItsKey() throws Exception {
    run.traces(20, 100).flush();

    List<Record> records = records();
    assertThat(records).hasSize(20);
    for (Record record : records) {
      assertThat(spans(record))
          .hasSize(5)
          .allMatch(span -> hex(span).equals(record.partitionKey()));
    }
    assertThat(proxy.operations()).hasSizeLessThanOrEqualTo(5);
  }

  private static String hex(Span span) {
    return HexFormat.of().formatHex(span.getTraceId().toByteArray());
  }

  private static Stream<Span> spans(Record record) {
    try {
      return ExportTraceServiceRequest.parseFrom(record.data().asByteArray())
          .getResourceSpansList()
          .stream()
          .flatMap(resource -> resource.getScopeSpansList().stream())
          .flatMap(scope -> scope.getSpansList().stream());
    } catch (com.google.protobuf.InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private List<Record> records() {
    List<Record> records = new ArrayList<>();
    for (Shard shard : kinesis.listShards(of -> of.streamName(stream)).shards()) {
      String iterator =
          kinesis
              .getShardIterator(
                  from ->
                      from.streamName(stream)
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      GetRecordsResponse page;
      do {
        String next = iterator;
        page = kinesis.getRecords(from -> from.shardIterator(next));
        records.addAll(page.records());
        iterator = page.nextShardIterator();
      } while (!page.records().isEmpty());
    }
    return records;
  }
}
