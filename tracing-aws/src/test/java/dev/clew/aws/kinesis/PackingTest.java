// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import static dev.clew.aws.Batches.span;
import static dev.clew.aws.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.aws.SenderRun;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How spans become records and requests, and what becomes of those that were not taken. */
class PackingTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FakeAws aws;
  private SenderRun run;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
    run =
        new SenderRun("kinesis")
            .set("clew.aws.kinesis.stream", "traces")
            .set("clew.aws.kinesis.endpoint", aws.uri().toString());
  }

  @AfterEach
  void stop() {
    run.close();
    aws.close();
  }

  @Test
  void requestHas500RecordsAtMost() throws Exception {
    aws.answer(accepted(500)).answer(accepted(500)).answer(accepted(1));
    Span[] spans =
        IntStream.range(0, 1_001)
            .mapToObj(i -> span(Integer.toHexString(i + 1), "1").build())
            .toArray(Span[]::new);

    assertThat(send(spans)).isEqualTo(SendResult.success());
    assertThat(aws.requests()).hasSize(3);
    assertThat(records(0)).hasSize(500);
    assertThat(records(2)).hasSize(1);
  }

  @Test
  void requestHas5MegabytesAtMost() throws Exception {
    aws.answer(accepted(5)).answer(accepted(1));
    Span[] spans =
        IntStream.range(1, 7).mapToObj(i -> large(i, "1", 1_000_000)).toArray(Span[]::new);

    assertThat(send(spans)).isEqualTo(SendResult.success());
    assertThat(records(0)).hasSize(5);
    assertThat(records(1)).hasSize(1);
  }

  @Test
  void traceThatIsTooMuchForARecordGoesIntoSeveralWithTheSameKey() throws Exception {
    aws.answer(accepted(2));
    send(large(1, "1", 600_000), large(1, "2", 600_000));

    assertThat(records(0)).extracting(record -> record.get("PartitionKey").asText()).hasSize(2);
    assertThat(records(0).get(0).get("PartitionKey"))
        .isEqualTo(records(0).get(1).get("PartitionKey"));
  }

  @Test
  void largerRecordsAreSentWhereTheStreamTakesThem() throws Exception {
    run.set("clew.aws.kinesis.record.size", "10MB");
    aws.answer(accepted(1));
    assertThat(send(large(1, "1", 3_000_000), large(1, "2", 3_000_000)))
        .isEqualTo(SendResult.success());

    assertThat(records(0)).hasSize(1);
  }

  @Test
  void spanThatIsTooLongIsCountedAndTheOthersAreSent() throws Exception {
    aws.answer(accepted(1));
    SendResult result = send(large(1, "1", 2_000_000), span("1", "2").build());

    assertThat(result.outcome()).isEqualTo(SendResult.Outcome.PARTIAL);
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(records(0)).hasSize(1);
  }

  @Test
  void recordsThatWereNotTakenAreSentAgainAlone() throws Exception {
    aws.answer(
            """
            {"FailedRecordCount": 1, "Records": [
              {"SequenceNumber": "1", "ShardId": "s"},
              {"ErrorCode": "ProvisionedThroughputExceededException", "ErrorMessage": "slow down"}]}
            """)
        .answer(accepted(1));
    assertThat(send(span("1", "1").build(), span("2", "1").build()))
        .isEqualTo(SendResult.success());

    assertThat(aws.requests()).hasSize(2);
    assertThat(records(1)).hasSize(1);
    assertThat(records(1).get(0)).isEqualTo(records(0).get(1));
  }

  @Test
  void requestThatIsRefusedForGoodIsCountedAndTheNextIsSent() throws Exception {
    aws.answer(400, Map.of(), "{\"__type\":\"ValidationException\",\"message\":\"no\"}")
        .answer(accepted(1));
    Span[] spans =
        IntStream.range(0, 501)
            .mapToObj(i -> span(Integer.toHexString(i + 1), "1").build())
            .toArray(Span[]::new);
    SendResult result = send(spans);

    assertThat(result.rejected()).isEqualTo(500);
    assertThat(result.message()).contains("no");
    assertThat(aws.requests()).hasSize(2);
  }

  @Test
  void streamHasToBeNamed() {
    run.set("clew.aws.kinesis.stream", "");
    run.traces(1, 1);

    assertThat(run.problems()).anyMatch(problem -> problem.contains("clew.aws.kinesis.stream"));
  }

  private SendResult send(Span... spans) throws Exception {
    try (Sender sender = new KinesisSenderProvider().create(run.settings())) {
      return sender.send(Batches.of("shop", spans), Duration.ofSeconds(60));
    }
  }

  private static Span large(int trace, String id, int size) {
    return span(Integer.toHexString(trace), id)
        .addAttributes(text("body", "x".repeat(size)))
        .build();
  }

  private List<JsonNode> records(int request) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    JSON.readTree(aws.requests().get(request).bytes()).get("Records").forEach(records::add);
    return records;
  }

  private static String accepted(int records) {
    String one = "{\"SequenceNumber\": \"1\", \"ShardId\": \"s\"}";
    return "{\"FailedRecordCount\": 0, \"Records\": ["
        + String.join(",", Collections.nCopies(records, one))
        + "]}";
  }
}
