// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.FakeAws;
import dev.clew.aws.Untraced;
import dev.clew.aws.propagation.XRayHeader;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.ThrowingOpenTelemetry;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** What holds for calls of every service: shown with Lambda's. */
class AwsCallTest {

  private static final String FUNCTION = "{\"Configuration\":{\"FunctionName\":\"orders\"}}";
  private static final String MISSING = "{\"Type\":\"User\",\"message\":\"no such function\"}";

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private FakeAws aws;
  private LambdaClient lambda;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
    lambda = aws.client(LambdaClient.builder());
  }

  @AfterEach
  void stop() {
    lambda.close();
    aws.close();
  }

  @Test
  void aCallIsOneSpanBelowWhatIsCurrent() {
    aws.answer(FUNCTION);
    Span around = tracing.tracer().spanBuilder("around").startSpan();
    try (Scope current = around.makeCurrent()) {
      assertThat(current).isNotNull();
      get("orders");
    }
    around.end();

    FinishedSpan call = tracing.take("Lambda.GetFunction");
    assertThat(call.isChildOf(tracing.take("around"))).isTrue();
    assertThat(call.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(call.status()).isEqualTo(StatusCode.UNSET);
    assertThat(call.events()).isEmpty();
    assertThat(call.attributes())
        .containsOnly(
            Map.entry("rpc.system.name", "aws-api"),
            Map.entry("rpc.method", "Lambda/GetFunction"),
            Map.entry("cloud.region", "eu-central-1"),
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.port", (long) aws.port()),
            Map.entry("http.response.status_code", 200L),
            Map.entry("aws.request_id", "request-1"),
            Map.entry("faas.invoked_provider", "aws"),
            Map.entry("faas.invoked_name", "orders"));
  }

  @Test
  void asynchronousCallIsOneSpanBelowWhatWasCurrent() {
    aws.answer(FUNCTION);
    Span around = tracing.tracer().spanBuilder("around").startSpan();
    try (LambdaAsyncClient client = async()) {
      try (Scope current = around.makeCurrent()) {
        assertThat(current).isNotNull();
        client.getFunction(ask -> ask.functionName("orders")).join();
      }
    }
    around.end();

    FinishedSpan call = tracing.take("Lambda.GetFunction");
    assertThat(call.isChildOf(tracing.take("around"))).isTrue();
    assertThat(call.text("aws.request_id")).isEqualTo("request-1");
  }

  @Test
  void requestCarriesXRaysHeaderAndIsSignedWithIt() {
    aws.answer(FUNCTION);
    get("orders");

    FinishedSpan call = tracing.takeOne();
    Map<String, String> headers = aws.only().headers();
    XRayHeader carried = XRayHeader.read(headers.get(XRayHeader.NAME));
    assertThat(carried.spanContext().getTraceId()).isEqualTo(call.traceId());
    assertThat(carried.spanContext().getSpanId()).isEqualTo(call.spanId());
    assertThat(carried.spanContext().isSampled()).isTrue();
  }

  @Test
  void headerThatTheApplicationSetStays() {
    aws.answer(FUNCTION);
    lambda.getFunction(
        ask ->
            ask.functionName("orders")
                .overrideConfiguration(own -> own.putHeader(XRayHeader.NAME, "its own")));
    tracing.takeOne();

    assertThat(aws.only().headers()).containsEntry(XRayHeader.NAME, "its own");
  }

  @Test
  void failureIsThatOfTheServiceAndIsSeenUnchanged() {
    aws.answer(404, Map.of("x-amzn-ErrorType", "ResourceNotFoundException"), MISSING);

    assertThatThrownBy(() -> get("gone")).isExactlyInstanceOf(ResourceNotFoundException.class);

    FinishedSpan call = tracing.takeOne();
    assertThat(call.status()).isEqualTo(StatusCode.ERROR);
    assertThat(call.statusMessage()).contains("no such function");
    assertThat(call.attributes())
        .containsEntry("rpc.response.status_code", "ResourceNotFoundException")
        .containsEntry("http.response.status_code", 404L)
        .containsEntry("error.type", ResourceNotFoundException.class.getName());
    assertThat(call.events()).extracting(FinishedSpan.Event::name).containsExactly("exception");
  }

  @Test
  void asynchronousFailureIsThatOfTheService() {
    aws.answer(404, Map.of("x-amzn-ErrorType", "ResourceNotFoundException"), MISSING);

    try (LambdaAsyncClient client = async()) {
      var answer = client.getFunction(ask -> ask.functionName("gone"));
      assertThatThrownBy(answer::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ResourceNotFoundException.class);
    }

    assertThat(tracing.takeOne().text("error.type"))
        .isEqualTo(ResourceNotFoundException.class.getName());
  }

  @Test
  void attemptsAreEventsOfOneSpan() {
    aws.answer(503, Map.of(), "").answer(429, Map.of(), "").answer(FUNCTION);
    get("orders");

    FinishedSpan call = tracing.takeOne();
    assertThat(aws.requests()).hasSize(3);
    assertThat(call.status()).isEqualTo(StatusCode.UNSET);
    assertThat(call.attributes())
        .containsEntry("http.request.resend_count", 2L)
        .containsEntry("http.response.status_code", 200L);
    assertThat(call.events()).extracting(FinishedSpan.Event::name).containsOnly("clew.aws.retry");
    assertThat(call.events())
        .extracting(event -> event.attributes().get("http.response.status_code"))
        .containsExactly(503L, 429L);
  }

  @Test
  void failureWithoutAnAnswerEndsTheSpanToo() {
    aws.close();

    assertThatThrownBy(() -> get("orders")).isInstanceOf(SdkClientException.class);

    FinishedSpan call = tracing.takeOne();
    assertThat(call.status()).isEqualTo(StatusCode.ERROR);
    assertThat(call.attributes()).doesNotContainKey("http.response.status_code");
    assertThat(call.attributes()).containsKey("http.request.resend_count");
  }

  @Test
  void unsampledCallSaysSo() {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    aws.answer(FUNCTION);
    get("orders");

    assertThat(aws.only().headers().get(XRayHeader.NAME)).endsWith(";Sampled=0");
  }

  @Test
  void nothingIsTracedWhereItIsSwitchedOff() {
    tracing.configure(Map.of("otel.instrumentation.aws-sdk.enabled", "false"));
    aws.answer(FUNCTION);
    get("orders");

    assertThat(aws.only().headers()).doesNotContainKey(XRayHeader.NAME);
  }

  @Test
  void callsOfTracingItselfAreNotTraced() {
    aws.answer(FUNCTION);
    try (Scope untraced = Untraced.open()) {
      assertThat(untraced).isNotNull();
      get("orders");
    }

    assertThat(aws.only().headers()).doesNotContainKey(XRayHeader.NAME);
  }

  @Test
  void tracingThatFailsLeavesTheCallAlone() {
    aws.answer(FUNCTION);
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      tracing.use(broken);
      assertThat(get("orders")).isEqualTo("orders");
    }
  }

  private String get(String function) {
    return lambda.getFunction(ask -> ask.functionName(function)).configuration().functionName();
  }

  private LambdaAsyncClient async() {
    return aws.prepared(LambdaAsyncClient.builder())
        .httpClientBuilder(NettyNioAsyncHttpClient.builder())
        .build();
  }
}
