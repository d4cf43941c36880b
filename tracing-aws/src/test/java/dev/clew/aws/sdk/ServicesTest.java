// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.FakeAws;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** What calls of services say for which there is no emulator. */
class ServicesTest {

  private static final String ACCOUNT = "eu-central-1:123456789012:";

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
  void objectsOfS3HaveBucketAndKey() {
    aws.answer(200, Map.of("x-amz-request-id", "one", "x-amz-id-2", "two"), "");
    try (S3Client s3 =
        aws.prepared(S3Client.builder())
            .forcePathStyle(true)
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      s3.putObject(ask -> ask.bucket("bills").key("2026/1.pdf"), RequestBody.fromString("pdf"));
    }

    FinishedSpan call = tracing.take("S3.PutObject");
    assertThat(call.attributes())
        .containsEntry("aws.s3.bucket", "bills")
        .containsEntry("aws.s3.key", "2026/1.pdf")
        .containsEntry("aws.request_id", "one")
        .containsEntry("aws.extended_request_id", "two");
  }

  @Test
  void messagesToTopicsAreSent() {
    aws.answer(
        "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>");
    String arn = "arn:aws:sns:" + ACCOUNT + "orders";
    try (SnsClient sns = aws.client(SnsClient.builder())) {
      sns.publish(ask -> ask.topicArn(arn).message("text"));
    }

    FinishedSpan call = tracing.take("SNS.Publish");
    assertThat(call.kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(call.attributes())
        .containsEntry("messaging.system", "aws.sns")
        .containsEntry("messaging.operation.name", "Publish")
        .containsEntry("messaging.operation.type", "send")
        .containsEntry("messaging.destination.name", "orders")
        .containsEntry("messaging.message.id", "m-1")
        .containsEntry("aws.sns.topic.arn", arn)
        .doesNotContainValue("text");
  }

  @Test
  void streamsOfKinesisTellHowManyRecordsFailed() {
    aws.answer("{\"FailedRecordCount\":1,\"Records\":[{\"ErrorCode\":\"Throttled\"}]}");
    try (KinesisClient kinesis = aws.client(KinesisClient.builder())) {
      kinesis.putRecords(
          ask ->
              ask.streamARN("arn:aws:kinesis:" + ACCOUNT + "stream/clicks")
                  .records(
                      PutRecordsRequestEntry.builder()
                          .partitionKey("p")
                          .data(SdkBytes.fromUtf8String("data"))
                          .build()));
    }

    FinishedSpan call = tracing.take("Kinesis.PutRecords");
    assertThat(call.status()).isEqualTo(StatusCode.UNSET);
    assertThat(call.attributes())
        .containsEntry("aws.kinesis.stream_name", "clicks")
        .containsEntry("messaging.batch.message_count", 1L)
        .containsEntry("clew.aws.failed_entries", 1L);
  }

  @Test
  void functionIsNamedWithoutAccountAndVersion() {
    aws.answer("{}");
    try (LambdaClient lambda = aws.client(LambdaClient.builder())) {
      lambda.invoke(ask -> ask.functionName("arn:aws:lambda:" + ACCOUNT + "function:orders:live"));
    }

    assertThat(tracing.take("Lambda.Invoke").attributes())
        .containsEntry("faas.invoked_name", "orders")
        .containsEntry("faas.invoked_provider", "aws");
  }

  @Test
  void executionsAreOfAStateMachine() {
    String arn = "arn:aws:states:" + ACCOUNT + "stateMachine:checkout";
    aws.answer("{\"executionArn\":\"arn\",\"startDate\":1}");
    try (SfnClient states =
        aws.prepared(SfnClient.builder())
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(
                own ->
                    own.putAdvancedOption(
                        SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
            .build()) {
      states.startExecution(ask -> ask.stateMachineArn(arn).input("{}"));
    }

    assertThat(tracing.take("SFN.StartExecution").text("aws.step_functions.state_machine.arn"))
        .isEqualTo(arn);
  }

  @Test
  void eventsAreSent() {
    aws.answer("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"e-1\"}]}");
    try (EventBridgeClient events = aws.client(EventBridgeClient.builder())) {
      events.putEvents(
          ask ->
              ask.entries(
                  PutEventsRequestEntry.builder()
                      .source("shop")
                      .detailType("t")
                      .detail("{}")
                      .build()));
    }

    FinishedSpan call = tracing.take("EventBridge.PutEvents");
    assertThat(call.kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(call.attributes())
        .containsEntry("messaging.batch.message_count", 1L)
        .doesNotContainKey("clew.aws.failed_entries");
  }

  @Test
  void secretsAreNeverTold() {
    String arn = "arn:aws:secretsmanager:" + ACCOUNT + "secret:db-a1b2c3";
    aws.answer("{\"ARN\":\"" + arn + "\",\"Name\":\"db\",\"SecretString\":\"hunter2\"}");
    try (SecretsManagerClient secrets = aws.client(SecretsManagerClient.builder())) {
      assertThat(secrets.getSecretValue(ask -> ask.secretId("db")).secretString())
          .isEqualTo("hunter2");
    }

    FinishedSpan call = tracing.take("SecretsManager.GetSecretValue");
    assertThat(call.text("aws.secretsmanager.secret.arn")).isEqualTo(arn);
    assertThat(call.toString()).doesNotContain("hunter2");
  }

  @Test
  void secretsAreNotToldByFailuresThatQuoteThem() {
    aws.answer(
        400,
        Map.of(),
        "{\"__type\":\"ValidationException\",\"message\":\"Value 'hunter2' is too short\"}");
    try (SecretsManagerClient secrets = aws.client(SecretsManagerClient.builder())) {
      assertThatThrownBy(
              () -> secrets.putSecretValue(ask -> ask.secretId("db").secretString("hunter2")))
          .isInstanceOf(SecretsManagerException.class)
          .hasMessageContaining("hunter2");
    }

    FinishedSpan call = tracing.takeOne();
    assertThat(call.toString()).doesNotContain("hunter2");
    assertThat(call.statusMessage()).isEqualTo("ValidationException");
    assertThat(call.events()).isEqualTo(List.of());
  }
}
