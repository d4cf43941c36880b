// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import static dev.clew.aws.Batches.attribute;
import static dev.clew.aws.Batches.id;
import static dev.clew.aws.Batches.span;
import static dev.clew.aws.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.aws.SenderRun;
import dev.clew.aws.model.ModelledCall;
import dev.clew.aws.model.ModelledCalls;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From spans to CloudWatch, a server of the test's that checks requests by CloudWatch's model. */
class CloudWatchSenderTest {

  private static final String OK =
      "<PutMetricDataResponse><ResponseMetadata/></PutMetricDataResponse>";
  private static final String REFUSED =
      "<ErrorResponse><Error><Code>InvalidParameterValue</Code><Message>no</Message></Error>"
          + "</ErrorResponse>";
  private static final String SPANS = "DistributedTracing";
  private static final String INSIGHTS = "DistributedTracing/Insights";
  private static final Span.SpanKind SERVER = Span.SpanKind.SPAN_KIND_SERVER;
  private static final Span.SpanKind CLIENT = Span.SpanKind.SPAN_KIND_CLIENT;

  private FakeAws aws;
  private SenderRun run;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
    run = new SenderRun("cloudwatch").set("clew.aws.cloudwatch.endpoint", aws.uri().toString());
  }

  @AfterEach
  void stop() {
    run.close();
    aws.close();
  }

  @Test
  void allSpansAreCountedThroughFaults() {
    run.set("otel.bsp.max.export.batch.size", "1000");
    for (int i = 1; i <= 1_000; i++) {
      aws.answer(i % 10 == 0 ? 503 : 200, Map.of(), i % 10 == 0 ? "" : OK);
    }
    run.traces(100_000, 100_000);

    assertThat(run.flush()).isTrue();
    assertThat(run.sent()).isEqualTo(100_000);
    assertThat(run.dropped()).isZero();
    List<ModelledCall> calls = aws.calls();
    double requests = 0;
    for (int i = 0; i < calls.size(); i++) {
      if ((i + 1) % 10 != 0) {
        requests += sums(calls.get(i)).getOrDefault("Requests shop", 0.0);
      }
    }
    assertThat(calls.size()).isGreaterThan(100);
    assertThat(requests).isEqualTo(100_000);
  }

  @Test
  void entriesAreMeasuredByServiceOperationAndStatus() throws Exception {
    aws.answer(OK);
    send(
        span("1", "1").setKind(SERVER).setName("GET /a").build(),
        span("2", "1").setKind(SERVER).setName("GET /a").setStatus(error()).build(),
        span("3", "1").setKind(SERVER).setName("GET /b").addAttributes(http(404)).build(),
        span("3", "2").setParentSpanId(id("1", 16)).setName("inner").build());

    ModelledCall call = aws.calls().get(0);
    assertThat(call.input().get("Namespace").asText()).isEqualTo(SPANS);
    assertThat(sums(call))
        .containsEntry("Requests shop", 3.0)
        .containsEntry("Errors shop", 1.0)
        .containsEntry("Faults shop", 1.0)
        .containsEntry("Requests shop/GET /a", 2.0)
        .containsEntry("Faults shop/GET /a", 1.0)
        .containsEntry("Errors shop/GET /a", 0.0)
        .containsEntry("Requests shop/GET /a/fault", 1.0)
        .containsEntry("Requests shop/GET /b/error", 1.0)
        .containsEntry("Duration shop", 1_500.0)
        .noneSatisfy((name, sum) -> assertThat(name).contains("inner"));
  }

  @Test
  void insightsHaveTheirOwnNamespace() throws Exception {
    run.set("clew.aws.cloudwatch.slow", "400ms").set("clew.aws.cloudwatch.services", "3");
    aws.answer(OK);
    send(
        call("1", "2", "stock"),
        call("1", "3", "mail"),
        call("2", "2", "stock"),
        span("1", "1").setKind(SERVER).setStatus(error()).build(),
        span("2", "1").setKind(SERVER).setEndTimeUnixNano(1_700_000_000_000_001_000L).build());

    ModelledCall call = aws.calls().get(1);
    assertThat(call.input().get("Namespace").asText()).isEqualTo(INSIGHTS);
    assertThat(sums(call))
        .containsOnly(
            Map.entry("SlowTraces shop", 1.0),
            Map.entry("ErrorTraces shop", 1.0),
            Map.entry("ManyServices shop", 1.0));
  }

  @Test
  void operationsBeyondTheBoundAreCountedTogether() throws Exception {
    run.set("clew.aws.cloudwatch.operations", "2");
    aws.answer(OK);
    send(
        IntStream.range(1, 8)
            .mapToObj(i -> span("" + i, "1").setName("op-" + i).build())
            .toArray(Span[]::new));

    assertThat(sums(aws.calls().get(0)))
        .containsEntry("Requests shop/op-2", 1.0)
        .containsEntry("Requests shop/(other)", 5.0)
        .doesNotContainKey("Requests shop/op-3");
  }

  @Test
  void namesThatCloudWatchDoesNotTakeAreMadeSuch() throws Exception {
    aws.answer(OK);
    SendResult result =
        send(
            span("1", "1").setName("GET /über").build(),
            span("2", "1").setName("").build(),
            span("3", "1").setName("x".repeat(2_000)).build());

    assertThat(result).isEqualTo(SendResult.success());
    assertThat(sums(aws.calls().get(0)))
        .containsKeys("Requests shop/GET /?ber", "Requests shop/(none)");
  }

  @Test
  void valuesThatAreTooManyForAMetricAreSentInSeveral() throws Exception {
    aws.answer(OK);
    send(
        IntStream.range(0, 600)
            .mapToObj(
                i ->
                    span(Integer.toHexString(i + 1), "1")
                        .setName("op")
                        .setEndTimeUnixNano(
                            1_700_000_000_000_000_000L + (long) Math.pow(1.03, i) * 1_000)
                        .build())
            .toArray(Span[]::new));

    double samples = 0;
    for (ModelledCall call : aws.calls()) {
      for (JsonNode metric : call.input().get("MetricData")) {
        if (name(metric).equals("Duration shop")) {
          samples += sum(metric.get("Counts"), null);
        }
      }
    }
    assertThat(samples).isEqualTo(600);
  }

  @Test
  void requestsAreAsLargeAsMayBeAndNoLarger() throws Exception {
    run.set("clew.aws.cloudwatch.operations", "10000");
    aws.answer(OK);
    send(
        IntStream.rangeClosed(1, 500)
            .mapToObj(
                i ->
                    span(Integer.toHexString(i), "1")
                        .setName("/".repeat(200) + i)
                        .setEndTimeUnixNano(1_700_000_000_000_000_000L + i * 1_000_000L)
                        .build())
            .toArray(Span[]::new));

    List<ModelledCall> calls = aws.calls();
    assertThat(calls.size()).isBetween(4, 20);
    assertThat(calls)
        .allMatch(call -> call.input().get("MetricData").size() <= 1_000)
        .anyMatch(call -> call.input().get("MetricData").size() > 200);
    for (FakeAws.Request request : aws.requests()) {
      assertThat(ModelledCalls.plain(request.headers(), request.bytes()))
          .hasSizeLessThanOrEqualTo(1_000_000);
    }
    double requests = 0;
    for (ModelledCall call : calls) {
      requests += sums(call).getOrDefault("Requests shop", 0.0);
    }
    assertThat(requests).isEqualTo(500);
  }

  @Test
  void metricsThatAreRefusedForGoodAreCounted() throws Exception {
    aws.answer(400, Map.of(), REFUSED);
    SendResult result = send(span("1", "1").build());

    assertThat(result.outcome()).isEqualTo(SendResult.Outcome.PARTIAL);
    assertThat(result.rejected()).isEqualTo(1);
  }

  @Test
  void insightsThatAreRefusedForGoodAreToldThoughTheyCostNoSpan() throws Exception {
    aws.answer(OK).answer(400, Map.of(), REFUSED);
    SendResult result = send(span("1", "1").build());

    assertThat(result.outcome()).isEqualTo(SendResult.Outcome.PARTIAL);
    assertThat(result.rejected()).isZero();
    assertThat(result.message()).contains("no");
  }

  @Test
  void whatWasAnsweredIsNotCountedTwice() throws Exception {
    aws.answer(OK).answer(OK).answer(OK).answer(503, Map.of(), "").answer(OK);
    Batch batch = Batches.of("shop", span("2", "1").setName("op").build());
    try (Sender sender = new CloudWatchSenderProvider().create(run.settings())) {
      sender.send(Batches.of("shop", span("1", "1").build()), Duration.ofSeconds(60));
      // There is time for one attempt: spans are measured, insights are not.
      assertThatThrownBy(() -> sender.send(batch, Duration.ZERO)).isInstanceOf(IOException.class);
      assertThat(sender.send(batch, Duration.ofSeconds(60))).isEqualTo(SendResult.success());
    }

    assertThat(aws.calls())
        .extracting(call -> call.input().get("Namespace").asText())
        .containsExactly(SPANS, INSIGHTS, SPANS, INSIGHTS, INSIGHTS);
  }

  @Test
  void serviceThatDoesNotAnswerIsGivenUpInTime() throws Exception {
    aws.silence();
    try (Sender sender = new CloudWatchSenderProvider().create(run.settings())) {
      assertThatThrownBy(
              () -> sender.send(Batches.of("shop", span("1", "1").build()), Duration.ofMillis(300)))
          .isInstanceOf(IOException.class);
    }
  }

  private SendResult send(Span... spans) throws Exception {
    try (Sender sender = new CloudWatchSenderProvider().create(run.settings())) {
      return sender.send(Batches.of("shop", spans), Duration.ofSeconds(60));
    }
  }

  private static Span call(String trace, String span, String to) {
    return span(trace, span)
        .setParentSpanId(id("1", 16))
        .setKind(CLIENT)
        .addAttributes(text("server.address", to))
        .build();
  }

  private static io.opentelemetry.proto.common.v1.KeyValue http(int status) {
    return attribute("http.response.status_code", AnyValue.newBuilder().setIntValue(status));
  }

  private static Status.Builder error() {
    return Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR);
  }

  /** The sums of what a request has of each metric, by its name and the values of dimensions. */
  private static Map<String, Double> sums(ModelledCall call) {
    Map<String, Double> sums = new TreeMap<>();
    for (JsonNode metric : call.input().get("MetricData")) {
      sums.merge(name(metric), sum(metric.get("Values"), metric.get("Counts")), Double::sum);
    }
    return sums;
  }

  private static String name(JsonNode metric) {
    List<String> dimensions = new ArrayList<>();
    metric.get("Dimensions").forEach(dimension -> dimensions.add(dimension.get("Value").asText()));
    return metric.get("MetricName").asText() + " " + String.join("/", dimensions);
  }

  private static double sum(JsonNode values, JsonNode counts) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += values.get(i).asDouble() * (counts == null ? 1 : counts.get(i).asDouble());
    }
    return sum;
  }
}
