// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.FakeAws;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Whoever asks for messages again and again is not to be a trace each time. */
class PollTest {

  private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/1/orders";
  private static final String GONE =
      "{\"__type\": \"com.amazonaws.sqs#QueueDoesNotExist\", \"message\": \"no such queue\"}";

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private FakeAws aws;
  private SqsClient sqs;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
    sqs = aws.client(SqsClient.builder());
  }

  @AfterEach
  void stop() {
    sqs.close();
    aws.close();
  }

  @Test
  void askingWithinNoTraceIsNone() {
    aws.answer("{}");
    assertThat(receive()).isEmpty();

    tracing.takeAll(0);
    assertThat(aws.only().headers()).doesNotContainKey("X-Amzn-Trace-Id");
    assertThat(aws.only().body()).contains("traceparent", "baggage", "AWSTraceHeader");
  }

  @Test
  void askingWithinATraceIsASpanOfIt() {
    aws.answer("{}");
    Span around = tracing.tracer().spanBuilder("around").startSpan();
    try (Scope current = around.makeCurrent()) {
      assertThat(current).isNotNull();
      receive();
    }
    around.end();

    assertThat(tracing.take("SQS.ReceiveMessage").isChildOf(tracing.take("around"))).isTrue();
  }

  @Test
  void askingIsATraceWhereThatIsAskedFor() {
    tracing.configure(
        Map.of("otel.instrumentation.messaging.experimental.receive-telemetry.enabled", "true"));
    aws.answer("{}");
    receive();

    assertThat(tracing.take("SQS.ReceiveMessage").isRoot()).isTrue();
  }

  @Test
  void askingThatFailsIsATraceThatSaysWhatAnyCallSays() {
    aws.answer(400, Map.of("x-amzn-RequestId", "request-7"), GONE);
    long before = nanos();

    assertThatThrownBy(this::receive).isInstanceOf(QueueDoesNotExistException.class);

    FinishedSpan call = tracing.take("SQS.ReceiveMessage");
    assertThat(call.isRoot()).isTrue();
    assertThat(call.status()).isEqualTo(StatusCode.ERROR);
    assertThat(call.startNanos()).isBetween(before, call.endNanos());
    assertThat(call.attributes())
        .containsEntry("server.port", (long) aws.port())
        .containsEntry("aws.request_id", "request-7")
        .containsEntry("http.response.status_code", 400L)
        .containsEntry("messaging.destination.name", "orders")
        .containsEntry("messaging.operation.type", "receive");
  }

  @Test
  void askingThatIsTriedAgainIsATrace() {
    aws.answer(503, Map.of(), "").answer("{}");
    receive();

    FinishedSpan call = tracing.take("SQS.ReceiveMessage");
    assertThat(call.status()).isEqualTo(StatusCode.UNSET);
    assertThat(call.attributes())
        .containsEntry("http.request.resend_count", 1L)
        .containsEntry("http.response.status_code", 200L);
    assertThat(call.events())
        .extracting(event -> event.attributes().get("http.response.status_code"))
        .containsExactly(503L);
  }

  @Test
  void askingForTasksOfActivitiesIsAlike() {
    aws.answer("{}");
    try (SfnClient functions = aws.client(SfnClient.builder())) {
      functions.getActivityTask(ask -> ask.activityArn("arn:aws:states:eu-central-1:1:activity:a"));
    }

    tracing.takeAll(0);
  }

  private List<?> receive() {
    return sqs.receiveMessage(ask -> ask.queueUrl(QUEUE)).messages();
  }

  private static long nanos() {
    return System.currentTimeMillis() * 1_000_000;
  }
}
