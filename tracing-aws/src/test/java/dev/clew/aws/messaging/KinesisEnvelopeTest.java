// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.FakeAws;
import dev.clew.aws.propagation.XRayHeader;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** Records of Kinesis with and without headers in front, as they go over the wire. */
class KinesisEnvelopeTest {

  @RegisterExtension
  final TracingExtension tracing =
      TracingExtension.builder().setting("clew.aws.kinesis.envelope", "true").build();

  private FakeAws aws;
  private KinesisClient kinesis;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
    aws.answer("{\"ShardId\":\"s\",\"SequenceNumber\":\"1\",\"FailedRecordCount\":0}");
    kinesis = aws.client(KinesisClient.builder());
  }

  @AfterEach
  void stop() {
    kinesis.close();
    aws.close();
  }

  @Test
  void recordComesOutAsItWentIn() throws IOException {
    put(bytes("rope\n\nand more"));

    FinishedSpan call = tracing.takeOne();
    KinesisEnvelope opened = KinesisEnvelope.open(sent().get(0));
    assertThat(opened.data().asUtf8String()).isEqualTo("rope\n\nand more");
    assertThat(opened.headers())
        .containsEntry("traceparent", "00-" + call.traceId() + "-" + call.spanId() + "-03");
    assertThat(XRayHeader.read(opened.headers().get(XRayHeader.NAME)).parentId())
        .isEqualTo(call.spanId());
  }

  @Test
  void everyRecordOfSeveralHasTheHeaders() throws IOException {
    kinesis.putRecords(put -> put.streamName("clicks").records(entry("one"), entry("two")));
    tracing.takeOne();

    assertThat(sent())
        .extracting(record -> KinesisEnvelope.open(record).data().asUtf8String())
        .containsExactly("one", "two");
    assertThat(sent()).allMatch(record -> !KinesisEnvelope.open(record).headers().isEmpty());
  }

  @Test
  void recordThatIsForwardedKeepsItsHeaders() throws IOException {
    SdkBytes before =
        KinesisEnvelope.wrapped(KinesisEnvelope.head(Map.of("traceparent", "its own")), bytes("x"));
    put(before);
    tracing.takeOne();

    assertThat(sent()).containsExactly(before);
  }

  @Test
  void recordThatWouldBecomeTooLargeStays() throws IOException {
    SdkBytes large = SdkBytes.fromByteArray(new byte[1024 * 1024 - 100]);
    put(large);
    tracing.takeOne();

    assertThat(sent()).containsExactly(large);
  }

  @Test
  void recordsStayAsTheyAreUnlessThatIsAskedFor() throws IOException {
    tracing.configure(Map.of("clew.aws.kinesis.envelope", "false"));
    put(bytes("rope"));
    tracing.takeOne();

    assertThat(sent()).containsExactly(bytes("rope"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rope", "clew-trace/1", "clew-trace/1\n", "clew-trace/1\na: b\nrope"})
  void dataThatNobodyHasWrappedIsGivenBack(String data) {
    KinesisEnvelope opened = KinesisEnvelope.open(bytes(data));

    assertThat(opened.data()).isEqualTo(bytes(data));
    assertThat(opened.headers()).isEmpty();
  }

  @Test
  void anyDataComesOutAsItWentIn() {
    SplittableRandom random = new SplittableRandom(11);
    byte[] head = KinesisEnvelope.head(Map.of("traceparent", "00-1-2-01"));
    for (int i = 0; i < 10_000; i++) {
      byte[] data = new byte[random.nextInt(64)];
      random.nextBytes(data);
      SdkBytes given = SdkBytes.fromByteArray(data);
      assertThat(KinesisEnvelope.open(KinesisEnvelope.wrapped(head, given)).data())
          .isEqualTo(given);
    }
  }

  private void put(SdkBytes data) {
    kinesis.putRecord(put -> put.streamName("clicks").partitionKey("p").data(data));
  }

  private static PutRecordsRequestEntry entry(String data) {
    return PutRecordsRequestEntry.builder().partitionKey("p").data(bytes(data)).build();
  }

  private List<SdkBytes> sent() throws IOException {
    List<SdkBytes> data = new ArrayList<>();
    JsonNode body = new ObjectMapper().readTree(aws.only().bytes());
    for (JsonNode record : body.findValues("Data")) {
      data.add(SdkBytes.fromByteArray(record.binaryValue()));
    }
    return data;
  }

  private static SdkBytes bytes(String text) {
    return SdkBytes.fromString(text, StandardCharsets.UTF_8);
  }
}
