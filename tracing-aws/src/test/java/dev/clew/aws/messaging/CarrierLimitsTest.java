// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.FakeAws;
import dev.clew.aws.propagation.Headers;
import dev.clew.aws.propagation.XRayHeader;
import dev.clew.aws.propagation.XRayPropagator;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** What a service takes without a trace it takes with one: limits are not passed because of it. */
class CarrierLimitsTest {

  private static final String STATE_MACHINE =
      "arn:aws:states:eu-central-1:123456789012:stateMachine:checkout";
  private static final String QUEUE = "http://127.0.0.1/123456789012/orders";
  private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:orders";

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private FakeAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void messageThatWouldBeThrownAwayForItsAttributesGetsNoMore() {
    Map<String, MessageAttributeValue> ten = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      ten.put(
          "own-" + i, MessageAttributeValue.builder().dataType("String").stringValue("v").build());
    }
    aws.answer("<PublishResponse><PublishResult/></PublishResponse>");
    try (SnsClient sns = aws.client(SnsClient.builder())) {
      sns.publish(ask -> ask.topicArn(TOPIC).message("rope").messageAttributes(ten));
    }
    tracing.takeOne();

    assertThat(aws.only().body()).contains("MessageAttributes.entry.10.Name");
    assertThat(aws.only().body()).doesNotContain("MessageAttributes.entry.11.Name");
    assertThat(aws.only().body()).doesNotContain("traceparent");
  }

  @Test
  void messageThatWouldBecomeTooLargeForATopicGetsNoMore() {
    aws.answer("<PublishResponse><PublishResult/></PublishResponse>");
    try (SnsClient sns = aws.client(SnsClient.builder())) {
      sns.publish(ask -> ask.topicArn(TOPIC).message("ä".repeat(131_050)));
    }
    tracing.takeOne();

    assertThat(aws.only().body()).doesNotContain("MessageAttributes.entry.1.Name");
    assertThat(aws.only().headers()).containsKey(XRayHeader.NAME);
  }

  @Test
  void batchThatWouldBecomeTooLargeForATopicGetsNoMore() {
    aws.answer("<PublishBatchResponse><PublishBatchResult/></PublishBatchResponse>");
    String tenth = "x".repeat(26_150);
    try (SnsClient sns = aws.client(SnsClient.builder())) {
      sns.publishBatch(
          batch ->
              batch
                  .topicArn(TOPIC)
                  .publishBatchRequestEntries(
                      IntStream.range(0, 10)
                          .mapToObj(
                              i ->
                                  PublishBatchRequestEntry.builder()
                                      .id("id-" + i)
                                      .message(tenth)
                                      .build())
                          .toList()));
    }
    tracing.takeOne();

    assertThat(aws.only().body()).doesNotContain("traceparent");
  }

  @Test
  void eventsStayAsTheyAreWhereTheyWouldBecomeMoreThanOneRequestTakes() throws IOException {
    tracing.configure(Map.of("clew.aws.eventbridge.detail", "true"));
    aws.answer("{\"FailedEntryCount\":0,\"Entries\":[]}");
    List<String> details = Collections.nCopies(10, "{\"text\":\"" + "x".repeat(26_200) + "\"}");
    try (EventBridgeClient events = aws.client(EventBridgeClient.builder())) {
      events.putEvents(
          ask ->
              ask.entries(
                  details.stream()
                      .map(detail -> PutEventsRequestEntry.builder().detail(detail).build())
                      .toList()));
    }
    tracing.takeOne();

    JsonNode sent = sent().get("Entries");

    assertThat(sent).hasSize(10);
    for (JsonNode entry : sent) {
      assertThat(entry.get("Detail").textValue()).isEqualTo(details.get(0));
      assertThat(entry.has("TraceHeader")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {256 * 1024, 1024 * 1024})
  void messageThatWouldBecomeTooLargeForAQueueCarriesXRaysHeaderOnly(int limit) throws IOException {
    aws.answer("{}");
    try (SqsClient sqs = queues()) {
      sqs.sendMessage(send -> send.queueUrl(QUEUE).messageBody("x".repeat(limit - 50)));
    }
    tracing.takeOne();

    JsonNode sent = sent();
    assertThat(sent.path("MessageAttributes")).isEmpty();
    assertThat(sent.at("/MessageSystemAttributes/AWSTraceHeader").isObject()).isTrue();
  }

  @Test
  void batchThatWouldBecomeTooLargeForAQueueCarriesXRaysHeaderOnly() throws IOException {
    aws.answer("{}");
    try (SqsClient sqs = queues()) {
      sqs.sendMessageBatch(
          batch ->
              batch
                  .queueUrl(QUEUE)
                  .entries(
                      IntStream.range(0, 10)
                          .mapToObj(
                              i ->
                                  SendMessageBatchRequestEntry.builder()
                                      .id("id-" + i)
                                      .messageBody("x".repeat(26_150))
                                      .build())
                          .toList()));
    }
    tracing.takeOne();

    for (JsonNode entry : sent().get("Entries")) {
      assertThat(entry.path("MessageAttributes")).isEmpty();
      assertThat(entry.at("/MessageSystemAttributes/AWSTraceHeader").isObject()).isTrue();
    }
  }

  /** The test's answers have no checksums. */
  private SqsClient queues() {
    return aws.prepared(SqsClient.builder())
        .httpClient(UrlConnectionHttpClient.create())
        .checksumValidationEnabled(false)
        .build();
  }

  @Test
  void stateOfAnExecutionThatIsTooLongIsCut() throws IOException {
    aws.answer("{\"executionArn\":\"arn\",\"startDate\":1}");
    Context caller =
        Headers.extracted(
            new XRayPropagator(),
            Map.of(
                XRayHeader.NAME,
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage="
                    + "a".repeat(300)));
    try (SfnClient states =
            aws.prepared(SfnClient.builder()).httpClient(UrlConnectionHttpClient.create()).build();
        Scope current = caller.makeCurrent()) {
      assertThat(current).isNotNull();
      states.startExecution(ask -> ask.stateMachineArn(STATE_MACHINE));
    }
    tracing.ignoreOthers();

    String sent = sent().get("traceHeader").textValue();
    assertThat(sent).hasSizeLessThanOrEqualTo(256).doesNotContain("Lineage");
    assertThat(aws.only().headers().get(XRayHeader.NAME)).contains("Lineage");
  }

  private JsonNode sent() throws IOException {
    return new ObjectMapper().readTree(aws.only().body());
  }
}
