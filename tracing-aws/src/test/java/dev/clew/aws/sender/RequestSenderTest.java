// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import static dev.clew.aws.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.aws.SenderRun;
import dev.clew.aws.kinesis.KinesisSenderProvider;
import dev.clew.exporter.sender.Batch;
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

/** A batch that is tried again goes on where it stopped; shown with records of Kinesis. */
class RequestSenderTest {

  private static final Duration LONG = Duration.ofMinutes(3);

  /** Every request is sent once: there is no time to try again. */
  private static final Duration ONCE = Duration.ZERO;

  private static final String TAKEN = "{\"SequenceNumber\": \"1\", \"ShardId\": \"s\"}";
  private static final String NOT_TAKEN =
      "{\"ErrorCode\": \"ProvisionedThroughputExceededException\", \"ErrorMessage\": \"slow\"}";

  private FakeAws aws;
  private SenderRun run;
  private Sender sender;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws().answer(accepted(1));
    run =
        new SenderRun("kinesis")
            .set("clew.aws.kinesis.stream", "traces")
            .set("clew.aws.kinesis.endpoint", aws.uri().toString());
    sender = new KinesisSenderProvider().create(run.settings());
  }

  /** Has a client made, with the first time limit, and the first answer given. */
  private void sendOne() throws Exception {
    assertThat(sender.send(batch(1), LONG)).isEqualTo(SendResult.success());
  }

  @AfterEach
  void stop() throws IOException {
    sender.close();
    run.close();
    aws.close();
  }

  @Test
  void requestsThatWentThroughAreNotSentAgain() throws Exception {
    aws.answer(accepted(500)).answer(503, Map.of(), "").answer(accepted(1));
    sendOne();
    Batch batch = batch(501);

    assertThatThrownBy(() -> sender.send(batch, ONCE)).isInstanceOf(IOException.class);
    assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());
    assertThat(sent()).containsExactly(1, 500, 1, 1);
  }

  @Test
  void recordsThatWereTakenAreNotSentAgain() throws Exception {
    aws.answer(answer(TAKEN, NOT_TAKEN, TAKEN)).answer(accepted(1));
    sendOne();
    Batch batch = batch(3);

    assertThatThrownBy(() -> sender.send(batch, ONCE)).isInstanceOf(IOException.class);
    assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());
    assertThat(sent()).containsExactly(1, 3, 1);
    assertThat(records(2).get(0)).isEqualTo(records(1).get(1));
  }

  @Test
  void whatWasRefusedIsToldOnceAllIsThrough() throws Exception {
    aws.answer(400, Map.of(), "{\"__type\": \"ValidationException\", \"message\": \"no\"}")
        .answer(503, Map.of(), "")
        .answer(accepted(1));
    sendOne();
    Batch batch = batch(501);

    assertThatThrownBy(() -> sender.send(batch, ONCE)).isInstanceOf(IOException.class);
    assertThat(sender.send(batch, LONG).rejected()).isEqualTo(500);
  }

  @Test
  void nothingOfABatchThatWasGivenUpIsSentWithTheNext() throws Exception {
    aws.answer(503, Map.of(), "").answer(accepted(2));
    sendOne();

    assertThatThrownBy(() -> sender.send(batch(1), ONCE)).isInstanceOf(IOException.class);
    assertThat(sender.send(batch(2), LONG)).isEqualTo(SendResult.success());
    assertThat(sent()).containsExactly(1, 1, 2);
  }

  private static Batch batch(int traces) {
    return Batches.of(
        "shop",
        IntStream.rangeClosed(1, traces)
            .mapToObj(trace -> span(Integer.toHexString(trace), "1").build())
            .toArray(Span[]::new));
  }

  private List<Integer> sent() throws IOException {
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < aws.requests().size(); i++) {
      counts.add(records(i).size());
    }
    return counts;
  }

  private JsonNode records(int request) throws IOException {
    return new ObjectMapper().readTree(aws.requests().get(request).bytes()).get("Records");
  }

  private static String accepted(int records) {
    return answer(Collections.nCopies(records, TAKEN).toArray(String[]::new));
  }

  private static String answer(String... records) {
    return "{\"Records\": [" + String.join(",", records) + "]}";
  }
}
