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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** What requests carry to those who receive what is sent with them, as it goes over the wire. */
class CarriersTest {

  private static final String STATE_MACHINE =
      "arn:aws:states:eu-central-1:123456789012:stateMachine:checkout";
  private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:orders";

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private final ObjectMapper json = new ObjectMapper();
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
  void messageToATopicHasTheHeadersAsAttributes() {
    publish(Map.of());

    Map<String, String> sent = form();
    FinishedSpan call = tracing.takeOne();
    assertThat(sent.get("MessageAttributes.entry.1.Name")).isEqualTo("traceparent");
    assertThat(sent.get("MessageAttributes.entry.1.Value.DataType")).isEqualTo("String");
    assertThat(sent.get("MessageAttributes.entry.1.Value.StringValue"))
        .isEqualTo("00-" + call.traceId() + "-" + call.spanId() + "-03");
    assertThat(aws.only().headers()).containsKey(XRayHeader.NAME);
  }

  @Test
  void everyMessageOfABatchToATopicHasTheHeaders() {
    aws.answer("<PublishBatchResponse><PublishBatchResult/></PublishBatchResponse>");
    try (SnsClient sns = aws.client(SnsClient.builder())) {
      sns.publishBatch(
          batch ->
              batch
                  .topicArn(TOPIC)
                  .publishBatchRequestEntries(
                      PublishBatchRequestEntry.builder().id("1").message("one").build(),
                      PublishBatchRequestEntry.builder().id("2").message("two").build()));
    }
    tracing.takeOne();

    String entry = "PublishBatchRequestEntries.member.%d.MessageAttributes.entry.1.Name";
    assertThat(form())
        .containsEntry(entry.formatted(1), "traceparent")
        .containsEntry(entry.formatted(2), "traceparent");
  }

  @Test
  void everyEventHasXRaysHeader() throws IOException {
    aws.answer("{\"FailedEntryCount\":0,\"Entries\":[]}");
    PutEventsRequestEntry event =
        PutEventsRequestEntry.builder().source("shop").detailType("t").detail("{}").build();
    try (EventBridgeClient events = aws.client(EventBridgeClient.builder())) {
      events.putEvents(ask -> ask.entries(event, event.toBuilder().traceHeader("its own").build()));
    }

    JsonNode sent = json.readTree(aws.only().body()).get("Entries");
    assertThat(XRayHeader.read(sent.get(0).get("TraceHeader").textValue()).parentId())
        .isEqualTo(tracing.takeOne().spanId());
    assertThat(sent.get(1).get("TraceHeader").textValue()).isEqualTo("its own");
  }

  @Test
  void eventsHaveTheOtherHeadersInTheirDetailIfAskedFor() throws IOException {
    tracing.configure(Map.of("clew.aws.eventbridge.detail", "true"));
    aws.answer("{\"FailedEntryCount\":0,\"Entries\":[]}");
    List<String> details = List.of("{ }", "{\"id\":1}", "[]", "{\"clew-trace\":1}");
    JsonNode sent = put(details);

    String span = tracing.takeOne().spanId();
    for (int i = 0; i < 2; i++) {
      JsonNode detail = json.readTree(sent.get(i).get("Detail").textValue());
      assertThat(detail.at("/clew-trace/traceparent").textValue()).contains(span);
      assertThat(detail.path("id").asInt()).isEqualTo(i);
    }
    for (int i = 2; i < details.size(); i++) {
      assertThat(sent.get(i).get("Detail").textValue()).isEqualTo(details.get(i));
    }
  }

  private JsonNode put(List<String> details) throws IOException {
    try (EventBridgeClient events = aws.client(EventBridgeClient.builder())) {
      events.putEvents(
          ask ->
              ask.entries(
                  details.stream()
                      .map(detail -> PutEventsRequestEntry.builder().detail(detail).build())
                      .toList()));
    }
    return json.readTree(aws.only().body()).get("Entries");
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void executionHasXRaysHeader(boolean synchronous) throws IOException {
    aws.answer(
        "{\"executionArn\":\"arn\",\"startDate\":1,\"stopDate\":2,\"status\":\"SUCCEEDED\"}");
    try (SfnClient states = states()) {
      if (synchronous) {
        states.startSyncExecution(ask -> ask.stateMachineArn(STATE_MACHINE));
      } else {
        states.startExecution(ask -> ask.stateMachineArn(STATE_MACHINE));
      }
    }

    String sent = json.readTree(aws.only().body()).get("traceHeader").textValue();
    assertThat(XRayHeader.read(sent).parentId()).isEqualTo(tracing.takeOne().spanId());
    assertThat(sent).hasSizeLessThanOrEqualTo(256);
  }

  @Test
  void functionThatIsWaitedForGetsTheHeadersInItsClientContext() throws IOException {
    invoke(InvokeRequest.builder().build());

    assertThat(custom(clientContext()).get("traceparent").textValue())
        .contains(tracing.takeOne().spanId());
  }

  @ParameterizedTest
  @CsvSource({"{}", "' { \"env\" : {\"locale\":\"de\"} }'"})
  void clientContextOfTheApplicationIsAddedTo(String own) throws IOException {
    invoke(InvokeRequest.builder().clientContext(encoded(own)).build());
    tracing.takeOne();

    JsonNode sent = clientContext();
    assertThat(custom(sent).has("traceparent")).isTrue();
    assertThat(sent.get("env")).isEqualTo(json.readTree(own).get("env"));
  }

  @ParameterizedTest
  @CsvSource({"'{\"custom\":{\"a\":\"b\"}}'", "no json", "[]"})
  void clientContextThatCannotBeAddedToStays(String own) {
    invoke(InvokeRequest.builder().clientContext(encoded(own)).build());
    tracing.takeOne();

    assertThat(aws.only().headers()).containsEntry("X-Amz-Client-Context", encoded(own));
  }

  @Test
  void clientContextDoesNotGrowBeyondItsLimit() {
    String own = encoded("{\"env\":{\"large\":\"" + "x".repeat(2600) + "\"}}");
    invoke(InvokeRequest.builder().clientContext(own).build());
    tracing.takeOne();

    assertThat(aws.only().headers()).containsEntry("X-Amz-Client-Context", own);
  }

  @Test
  void functionThatNobodyWaitsForHasTheHeaderOfTheRequestOnly() {
    invoke(InvokeRequest.builder().invocationType(InvocationType.EVENT).build());
    tracing.takeOne();

    assertThat(aws.only().headers())
        .doesNotContainKey("X-Amz-Client-Context")
        .containsKey(XRayHeader.NAME);
  }

  private void publish(Map<String, MessageAttributeValue> attributes) {
    aws.answer("<PublishResponse><PublishResult/></PublishResponse>");
    try (SnsClient sns = aws.client(SnsClient.builder())) {
      sns.publish(ask -> ask.topicArn(TOPIC).message("rope").messageAttributes(attributes));
    }
  }

  private void invoke(InvokeRequest request) {
    aws.answer("{}");
    try (LambdaClient lambda = aws.client(LambdaClient.builder())) {
      lambda.invoke(request.toBuilder().functionName("orders").build());
    }
  }

  private SfnClient states() {
    return aws.prepared(SfnClient.builder())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            own ->
                own.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
        .build();
  }

  private JsonNode clientContext() throws IOException {
    return json.readTree(
        Base64.getDecoder().decode(aws.only().headers().get("X-Amz-Client-Context")));
  }

  private static JsonNode custom(JsonNode clientContext) {
    return clientContext.get("custom");
  }

  private Map<String, String> form() {
    Map<String, String> fields = new HashMap<>();
    for (String pair : aws.only().body().split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(decoded(parts[0]), decoded(parts[1]));
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
