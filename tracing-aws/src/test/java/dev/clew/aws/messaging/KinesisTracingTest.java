// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.ThrowingOpenTelemetry;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;

/** What is done with records of Kinesis, which were written with headers in front. */
class KinesisTracingTest {

  private static final String STREAM = "clicks";

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  @Test
  void recordIsProcessedInTheTraceOfItsSending() {
    Span sent = tracing.tracer().spanBuilder("send").startSpan();
    KinesisEnvelope record = record(sent);
    sent.end();
    KinesisTracing.process(STREAM, record, () -> inside().end());

    FinishedSpan processed = tracing.take("process clicks");
    assertThat(processed.isChildOf(tracing.take("send"))).isTrue();
    assertThat(tracing.take("inner").isChildOf(processed)).isTrue();
    assertThat(processed.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(processed.attributes())
        .containsOnly(
            Map.entry("messaging.system", "aws.kinesis"),
            Map.entry("messaging.operation.name", "process"),
            Map.entry("messaging.operation.type", "process"),
            Map.entry("messaging.destination.name", STREAM));
  }

  @Test
  void processingLinksToTheSendingWhereThatIsAskedFor() {
    tracing.configure(Map.of("clew.aws.consumer", "link"));
    Span sent = tracing.tracer().spanBuilder("send").startSpan();
    KinesisEnvelope record = record(sent);
    sent.end();
    KinesisTracing.process(STREAM, record, () -> {});

    FinishedSpan processed = tracing.take("process clicks");
    assertThat(processed.isRoot()).isTrue();
    assertThat(processed.links())
        .extracting(FinishedSpan.Link::spanId)
        .containsExactly(tracing.take("send").spanId());
  }

  @Test
  void batchLinksToAllItsSenders() {
    Span sent = tracing.tracer().spanBuilder("send").startSpan();
    List<KinesisEnvelope> records = List.of(record(sent), unknown(), record(sent));
    sent.end();
    KinesisTracing.processAll(STREAM, records, () -> {});

    FinishedSpan processed = tracing.take("process clicks");
    assertThat(processed.links())
        .extracting(FinishedSpan.Link::spanId)
        .containsOnly(tracing.take("send").spanId())
        .hasSize(2);
    assertThat(processed.attributes()).containsEntry("messaging.batch.message_count", 3L);
  }

  @Test
  void recordOfNobodyWhoIsKnownStartsATraceAndFailuresAreSeenUnchanged() {
    IllegalStateException failure = new IllegalStateException("disk full");

    assertThatThrownBy(
            () ->
                KinesisTracing.process(
                    STREAM,
                    unknown(),
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    FinishedSpan processed = tracing.takeOne();
    assertThat(processed.isRoot()).isTrue();
    assertThat(processed.status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void tracingThatFailsLeavesProcessingAlone() {
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      tracing.use(broken);
      int[] runs = new int[1];
      KinesisTracing.process(STREAM, unknown(), () -> runs[0]++);
      KinesisTracing.processAll(STREAM, List.of(unknown()), () -> runs[0]++);
      assertThat(runs).containsExactly(2);
    }
  }

  /** As a producer's client writes it within a span. */
  private KinesisEnvelope record(Span sender) {
    try (Scope current = sender.makeCurrent()) {
      assertThat(current).isNotNull();
      String header =
          "00-%s-%s-01"
              .formatted(sender.getSpanContext().getTraceId(), sender.getSpanContext().getSpanId());
      byte[] head = KinesisEnvelope.head(Map.of("traceparent", header));
      return KinesisEnvelope.open(KinesisEnvelope.wrapped(head, data()));
    }
  }

  private static KinesisEnvelope unknown() {
    return KinesisEnvelope.open(data());
  }

  private static SdkBytes data() {
    return SdkBytes.fromUtf8String("rope");
  }

  private Span inside() {
    return tracing.tracer().spanBuilder("inner").startSpan();
  }
}
