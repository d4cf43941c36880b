// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions in a process of AWS's Runtime Interface Client. */
class LambdaTest {

  private static final long LONG = 60_000;
  private static final String ROOT = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String XRAY =
      "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=" + PARENT + ";Sampled=1";
  private static final String W3C_TRACE = "11111111111111111111111111111111";
  private static final String W3C = "00-" + W3C_TRACE + "-2222222222222222-01";

  @TempDir Path directory;

  @Test
  void eachCallHasASpanThatIsSentBeforeTheAnswer() throws Exception {
    try (RuntimeApi lambda = start(Functions.OfEvents.class)) {
      RuntimeApi.Answer first = lambda.call("{}", XRAY, LONG);
      assertThat(first.failed()).as(first.body()).isFalse();
      Span span = only(first);
      assertThat(span.getName()).isEqualTo("checkout");
      assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
      assertThat(hex(span.getTraceId())).isEqualTo(ROOT);
      assertThat(hex(span.getParentSpanId())).isEqualTo(PARENT);
      assertThat(first.body()).contains(hex(span.getSpanId()));
      assertThat(attributes(span))
          .containsEntry("faas.invocation_id", "request-1")
          .containsEntry("faas.coldstart", "true")
          .containsEntry("faas.trigger", "other")
          .containsEntry(
              "cloud.resource_id", "arn:aws:lambda:eu-central-1:123456789012:function:checkout");

      Span second = only(lambda.call("{}", null, LONG));
      assertThat(attributes(second)).containsEntry("faas.coldstart", "false");

      RuntimeApi.Answer failed = lambda.call("{\"fail\": true}", XRAY, LONG);
      assertThat(failed.failed()).isTrue();
      assertThat(failed.body()).contains("as asked");
      Span failure = only(failed);
      assertThat(failure.getStatus().getCodeValue()).isEqualTo(2);
      assertThat(attributes(failure))
          .containsEntry("error.type", "java.lang.IllegalStateException");
    }
  }

  @Test
  void requestsThroughGatewaysAndLoadBalancersGoOnWithTheirCallers() throws Exception {
    try (RuntimeApi lambda = start(Functions.OfEvents.class)) {
      Span rest =
          only(
              lambda.call(
                  """
                  {"resource": "/orders/{id}", "path": "/orders/1", "httpMethod": "GET",
                   "headers": {"Traceparent": "%s", "Host": "api.example.com", "X-Forwarded-Proto": "https"},
                   "requestContext": {"stage": "prod"}, "answer": 503}"""
                      .formatted(W3C),
                  XRAY,
                  LONG));
      assertThat(rest.getName()).isEqualTo("GET /orders/{id}");
      assertThat(hex(rest.getTraceId())).isEqualTo(W3C_TRACE);
      assertThat(rest.getStatus().getCodeValue()).isEqualTo(2);
      assertThat(attributes(rest))
          .containsEntry("faas.trigger", "http")
          .containsEntry("http.request.method", "GET")
          .containsEntry("http.route", "/orders/{id}")
          .containsEntry("url.path", "/orders/1")
          .containsEntry("server.address", "api.example.com")
          .containsEntry("http.response.status_code", "503");

      Span http =
          only(
              lambda.call(
                  """
                  {"version": "2.0", "routeKey": "PUT /orders/{id}", "rawPath": "/orders/2",
                   "headers": {"traceparent": "%s"},
                   "requestContext": {"http": {"method": "PUT", "path": "/orders/2"}}}"""
                      .formatted(W3C),
                  null,
                  LONG));
      assertThat(http.getName()).isEqualTo("PUT /orders/{id}");
      assertThat(hex(http.getTraceId())).isEqualTo(W3C_TRACE);

      Span balanced =
          only(
              lambda.call(
                  """
                  {"httpMethod": "GET", "path": "/", "multiValueHeaders": {"x-amzn-trace-id": ["%s"]},
                   "requestContext": {"elb": {"targetGroupArn": "arn"}}}"""
                      .formatted(XRAY),
                  null,
                  LONG));
      assertThat(balanced.getName()).isEqualTo("GET");
      assertThat(hex(balanced.getTraceId())).isEqualTo(ROOT);
    }
  }

  @Test
  void messagesOfABatchAreLinkedTo() throws Exception {
    try (RuntimeApi lambda = start(Functions.OfEvents.class)) {
      Span batch =
          only(
              lambda.call(
                  """
                  {"Records": [
                    {"eventSource": "aws:sqs", "body": "a", "attributes": {"AWSTraceHeader": "%s"}},
                    {"eventSource": "aws:sqs", "body": "b", "attributes": {},
                     "messageAttributes": {"traceparent": {"stringValue": "%s", "dataType": "String"}}},
                    {"eventSource": "aws:sqs", "body": "c", "attributes": {}}]}"""
                      .formatted(XRAY, W3C),
                  null,
                  LONG));

      assertThat(batch.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CONSUMER);
      assertThat(batch.getLinksList())
          .extracting(link -> hex(link.getTraceId()))
          .containsExactly(ROOT, W3C_TRACE);
      assertThat(attributes(batch))
          .containsEntry("faas.trigger", "pubsub")
          .containsEntry("messaging.batch.message_count", "3");
    }
  }

  @Test
  void functionsOfStreamsGetWhatWasSent() throws Exception {
    try (RuntimeApi lambda = start(Functions.OfStreams.class)) {
      String event = "{\"headers\": {\"traceparent\": \"" + W3C + "\"}}";
      RuntimeApi.Answer answer = lambda.call(event, XRAY, LONG);

      Span span = only(answer);
      assertThat(answer.body()).isEqualTo('"' + hex(span.getSpanId()) + ' ' + event.length() + '"');
      assertThat(hex(span.getTraceId())).isEqualTo(W3C_TRACE);
      assertThat(lambda.call("no JSON", null, LONG).failed()).isFalse();
    }
  }

  @Test
  void environmentSaysWhoCallsWhereTheRuntimeDoesNot() throws Exception {
    Map<String, String> variable = Map.of("_X_AMZN_TRACE_ID", XRAY);
    try (RuntimeApi lambda =
        new RuntimeApi(Functions.OfEvents.class, directory.resolve("function.log"), variable)) {
      Span span = only(lambda.call("{}", null, LONG));
      assertThat(hex(span.getTraceId())).isEqualTo(ROOT);
      assertThat(hex(span.getParentSpanId())).isEqualTo(PARENT);

      String other = XRAY.replace("Root=1-0af76519", "Root=1-0bf76519");
      assertThat(hex(only(lambda.call("{}", other, LONG)).getTraceId())).startsWith("0bf76519");
    }
  }

  @Test
  void anAnswerDoesNotWaitForSpansWhenTimeIsUp() throws Exception {
    try (RuntimeApi lambda = start(Functions.OfEvents.class)) {
      lambda.call("{}", null, LONG);

      assertThat(lambda.call("{}", null, 1).before()).isEmpty();
      assertThat(lambda.call("{}", null, LONG).before()).hasSize(2);
    }
  }

  private RuntimeApi start(Class<?> function) throws IOException {
    return new RuntimeApi(function, directory.resolve("function.log"), Map.of());
  }

  private static Span only(RuntimeApi.Answer answer) {
    assertThat(answer.before()).as(answer.body()).hasSize(1);
    return answer.before().get(0);
  }

  private static Map<String, String> attributes(Span span) {
    Map<String, String> attributes = new HashMap<>();
    span.getAttributesList()
        .forEach(attribute -> attributes.put(attribute.getKey(), text(attribute.getValue())));
    return attributes;
  }

  private static String text(AnyValue value) {
    return value.hasStringValue()
        ? value.getStringValue()
        : value.hasBoolValue()
            ? String.valueOf(value.getBoolValue())
            : String.valueOf(value.getIntValue());
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }
}
