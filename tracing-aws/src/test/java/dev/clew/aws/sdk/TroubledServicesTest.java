// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.FakeAws;
import dev.clew.aws.model.ModelledCall;
import dev.clew.aws.propagation.XRayHeader;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/**
 * Services that throttle, that take a part of what they are sent, and that do not answer. The
 * server checks what carries the trace by the services' models, too.
 */
class TroubledServicesTest {

  private static final String ACCOUNT = "eu-central-1:123456789012:";
  private static final String JSON_THROTTLED =
      "{\"__type\":\"ThrottlingException\",\"message\":\"slow down\"}";

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

  /** A service, how it throttles, and how it answers. */
  enum Service {
    TOPIC(
        "SNS.Publish",
        "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>"
            + "<Message>slow down</Message></Error></ErrorResponse>",
        "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult>"
            + "</PublishResponse>") {
      @Override
      void call(TroubledServicesTest test, Duration timeout) {
        try (SnsClient sns = test.client(SnsClient.builder(), timeout)) {
          sns.publish(ask -> ask.topicArn("arn:aws:sns:" + ACCOUNT + "orders").message("rope"));
        }
      }
    },
    BUS("EventBridge.PutEvents", JSON_THROTTLED, "{\"FailedEntryCount\":0,\"Entries\":[{}]}") {
      @Override
      void call(TroubledServicesTest test, Duration timeout) {
        try (EventBridgeClient events = test.client(EventBridgeClient.builder(), timeout)) {
          events.putEvents(ask -> ask.entries(event()));
        }
      }
    },
    STATES("SFN.StartExecution", JSON_THROTTLED, "{\"executionArn\":\"arn\",\"startDate\":1}") {
      @Override
      void call(TroubledServicesTest test, Duration timeout) {
        try (SfnClient states = test.client(SfnClient.builder(), timeout)) {
          states.startExecution(
              ask -> ask.stateMachineArn("arn:aws:states:" + ACCOUNT + "stateMachine:checkout"));
        }
      }
    };

    private final String span;
    private final String throttled;
    private final String taken;

    Service(String span, String throttled, String taken) {
      this.span = span;
      this.throttled = throttled;
      this.taken = taken;
    }

    abstract void call(TroubledServicesTest test, Duration timeout);
  }

  @ParameterizedTest
  @EnumSource
  void callThatIsThrottledIsOneSpanThatCarriesOneTrace(Service service) {
    aws.answer(400, Map.of(), service.throttled)
        .answer(429, Map.of(), service.throttled)
        .answer(service.taken);
    service.call(this, Duration.ofMinutes(1));

    FinishedSpan call = tracing.takeOne();
    assertThat(call.name()).isEqualTo(service.span);
    assertThat(call.status()).isEqualTo(StatusCode.UNSET);
    assertThat(call.attributes())
        .containsEntry("http.request.resend_count", 2L)
        .containsEntry("http.response.status_code", 200L);
    assertThat(call.events())
        .allMatch(event -> event.name().equals("clew.aws.retry"))
        .extracting(event -> event.attributes().get("http.response.status_code"))
        .containsExactly(400L, 429L);
    assertThat(aws.requests())
        .hasSize(3)
        .allMatch(request -> request.headers().get(XRayHeader.NAME).contains(call.spanId()));
    assertThat(aws.calls()).extracting(ModelledCall::input).hasSize(3).containsOnly(input());
  }

  private com.fasterxml.jackson.databind.JsonNode input() {
    return aws.calls().get(0).input();
  }

  @ParameterizedTest
  @EnumSource
  void callThatIsNotAnsweredEndsItsSpanWithTheReason(Service service) {
    aws.silence();

    assertThatThrownBy(() -> service.call(this, Duration.ofSeconds(3)))
        .isInstanceOf(ApiCallTimeoutException.class);

    FinishedSpan call = tracing.takeOne();
    assertThat(call.name()).isEqualTo(service.span);
    assertThat(call.status()).isEqualTo(StatusCode.ERROR);
    assertThat(call.text("error.type")).isEqualTo(ApiCallTimeoutException.class.getName());
    assertThat(call.attributes()).doesNotContainKey("http.response.status_code");
  }

  @Test
  void messagesThatATopicDidNotTakeAreCounted() {
    aws.answer(
        """
        <PublishBatchResponse><PublishBatchResult>
          <Successful><member><Id>1</Id><MessageId>m</MessageId></member></Successful>
          <Failed><member><Id>2</Id><Code>InternalError</Code><SenderFault>false</SenderFault></member>
            <member><Id>3</Id><Code>Invalid</Code><SenderFault>true</SenderFault></member></Failed>
        </PublishBatchResult></PublishBatchResponse>""");
    try (SnsClient sns = client(SnsClient.builder(), Duration.ofMinutes(1))) {
      sns.publishBatch(
          ask ->
              ask.topicArn("arn:aws:sns:" + ACCOUNT + "orders")
                  .publishBatchRequestEntries(message("1"), message("2"), message("3")));
    }

    assertPartial(tracing.take("SNS.PublishBatch"), 3, 2);
  }

  @Test
  void eventsThatABusDidNotTakeAreCounted() {
    aws.answer(
        "{\"FailedEntryCount\":1,\"Entries\":[{\"EventId\":\"e\"},"
            + "{\"ErrorCode\":\"ThrottlingException\",\"ErrorMessage\":\"slow down\"}]}");
    try (EventBridgeClient events = client(EventBridgeClient.builder(), Duration.ofMinutes(1))) {
      events.putEvents(ask -> ask.entries(event(), event()));
    }

    assertPartial(tracing.take("EventBridge.PutEvents"), 2, 1);
  }

  private static void assertPartial(FinishedSpan call, long sent, long failed) {
    assertThat(call.status()).isEqualTo(StatusCode.UNSET);
    assertThat(call.attributes())
        .containsEntry("messaging.batch.message_count", sent)
        .containsEntry("clew.aws.failed_entries", failed);
    assertThat(call.events()).isEqualTo(List.of());
  }

  private static PublishBatchRequestEntry message(String id) {
    return PublishBatchRequestEntry.builder().id(id).message("rope").build();
  }

  private static PutEventsRequestEntry event() {
    return PutEventsRequestEntry.builder().source("shop").detailType("t").detail("{}").build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Duration timeout) {
    return aws.prepared(builder)
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallTimeout(timeout)
                .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)
                .build())
        .build();
  }
}
