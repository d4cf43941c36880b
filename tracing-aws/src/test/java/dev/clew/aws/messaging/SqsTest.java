// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.aws.propagation.XRayHeader;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.ThrowingOpenTelemetry;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Messages from one service to another, by way of ElasticMQ. */
class SqsTest {

  private static LocalSqs server;
  private static SqsClient sqs;

  @RegisterExtension final TracingExtension tracing = TracingExtension.builder().build();

  private String queue;
  private String name;

  @BeforeAll
  static void start() {
    server = new LocalSqs();
    sqs = server.client();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.stop();
  }

  @BeforeEach
  void createQueue() {
    name = "orders-" + UUID.randomUUID();
    queue = sqs.createQueue(create -> create.queueName(name)).queueUrl();
    tracing.take("SQS.CreateQueue");
  }

  @AfterEach
  void deleteQueue() {
    tracing.ignoreOthers();
    sqs.deleteQueue(delete -> delete.queueUrl(queue));
  }

  @Test
  void messageIsProcessedInTheTraceOfItsSending() {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("rope"));
    SqsTracing.process(queue, receive().get(0), () -> inside("inner").end());

    FinishedSpan sent = tracing.take("SQS.SendMessage");
    FinishedSpan processed = tracing.take("process " + name);
    assertThat(processed.isChildOf(sent)).isTrue();
    assertThat(processed.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(tracing.take("inner").isChildOf(processed)).isTrue();
    assertThat(sent.kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(sent.attributes())
        .containsEntry("messaging.system", "aws_sqs")
        .containsEntry("messaging.destination.name", name)
        .containsEntry("messaging.operation.type", "send")
        .containsEntry("aws.sqs.queue.url", queue)
        .containsEntry("messaging.message.id", processed.text("messaging.message.id"));
  }

  @Test
  void receivingIsNoTraceOfItsOwnUnlessThatIsAskedFor() {
    assertThat(receive()).isEmpty();
    tracing.takeAll(0);

    tracing.configure(
        Map.of("otel.instrumentation.messaging.experimental.receive-telemetry.enabled", "true"));
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("rope"));
    receive();

    tracing.take("SQS.SendMessage");
    assertThat(tracing.take("SQS.ReceiveMessage").attributes())
        .containsEntry("messaging.operation.type", "receive")
        .containsEntry("messaging.batch.message_count", 1L);
  }

  @Test
  void baggageArrivesWhereverItIsReceived() {
    try (Scope sender = Baggage.builder().put("customer", "42").build().makeCurrent()) {
      assertThat(sender).isNotNull();
      sqs.sendMessage(send -> send.queueUrl(queue).messageBody("rope"));
    }
    String[] customer = new String[1];
    SqsTracing.process(
        queue, receive().get(0), () -> customer[0] = Baggage.current().getEntryValue("customer"));

    assertThat(customer).containsExactly("42");
    tracing.takeAll(2);
  }

  @Test
  void processingLinksToTheSendingWhereThatIsAskedFor() {
    tracing.configure(Map.of("clew.aws.consumer", "link"));
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("rope"));
    SqsTracing.process(queue, receive().get(0), () -> {});

    FinishedSpan sent = tracing.take("SQS.SendMessage");
    FinishedSpan processed = tracing.take("process " + name);
    assertThat(processed.isRoot()).isTrue();
    assertThat(processed.links())
        .extracting(FinishedSpan.Link::spanId)
        .containsExactly(sent.spanId());
  }

  @Test
  void batchLinksToAllItsSenders() {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("one"));
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("two"));
    SqsTracing.processAll(queue, receive(), () -> {});

    FinishedSpan one = tracing.take("SQS.SendMessage");
    FinishedSpan two = tracing.take("SQS.SendMessage");
    FinishedSpan processed = tracing.take("process " + name);
    assertThat(processed.links())
        .extracting(FinishedSpan.Link::spanId)
        .containsExactlyInAnyOrder(one.spanId(), two.spanId());
    assertThat(processed.attributes()).containsEntry("messaging.batch.message_count", 2L);
  }

  @Test
  void everyMessageOfABatchCarriesTheTrace() {
    sqs.sendMessageBatch(
        batch ->
            batch
                .queueUrl(queue)
                .entries(
                    SendMessageBatchRequestEntry.builder().id("1").messageBody("one").build(),
                    SendMessageBatchRequestEntry.builder().id("2").messageBody("two").build()));
    List<Message> received = receive();

    FinishedSpan sent = tracing.take("SQS.SendMessageBatch");
    assertThat(sent.attributes()).containsEntry("messaging.batch.message_count", 2L);
    assertThat(received)
        .hasSize(2)
        .allSatisfy(message -> assertThat(xRay(message)).contains(sent.spanId()))
        .allSatisfy(
            message ->
                assertThat(message.messageAttributes().get("traceparent").stringValue())
                    .contains(sent.spanId()));
  }

  @Test
  void asynchronousClientCarriesTheTraceToo() {
    try (SqsAsyncClient client = server.asyncClient()) {
      client.sendMessage(send -> send.queueUrl(queue).messageBody("rope")).join();
      Message message = client.receiveMessage(ask -> ask.queueUrl(queue)).join().messages().get(0);

      assertThat(xRay(message)).contains(tracing.take("SQS.SendMessage").spanId());
    }
  }

  @Test
  void noMoreAttributesAreSentThanTheQuotaAllows() {
    Map<String, MessageAttributeValue> ten = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      ten.put("own-" + i, text(String.valueOf(i)));
    }
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("rope").messageAttributes(ten));
    Message received =
        sqs.receiveMessage(ask -> ask.queueUrl(queue).messageAttributeNames("All"))
            .messages()
            .get(0);
    SqsTracing.process(queue, received, () -> {});

    assertThat(received.messageAttributes()).containsOnlyKeys(ten.keySet());
    FinishedSpan sent = tracing.take("SQS.SendMessage");
    assertThat(tracing.take("process " + name).isChildOf(sent)).isTrue();
  }

  @Test
  void traceThatTheApplicationSetsStays() {
    String own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    sqs.sendMessage(
        send ->
            send.queueUrl(queue)
                .messageBody("rope")
                .messageAttributes(Map.of("traceparent", text(own))));

    assertThat(receive().get(0).messageAttributes().get("traceparent").stringValue())
        .isEqualTo(own);
    tracing.takeAll(1);
  }

  @Test
  @SuppressWarnings("deprecation")
  void olderWayOfAskingForAttributesWorksOn() {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("rope"));
    Message received =
        sqs.receiveMessage(ask -> ask.queueUrl(queue).attributeNamesWithStrings("SentTimestamp"))
            .messages()
            .get(0);

    assertThat(received.attributes())
        .containsKeys(
            MessageSystemAttributeName.SENT_TIMESTAMP, MessageSystemAttributeName.AWS_TRACE_HEADER);
    tracing.takeAll(1);
  }

  @Test
  void processingThatFailsIsAnErrorAndIsSeenUnchanged() {
    IOException failure = new IOException("disk full");
    Message message = Message.builder().messageId("m").body("rope").build();

    assertThatThrownBy(
            () ->
                SqsTracing.process(
                    queue,
                    message,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThatThrownBy(
            () ->
                SqsTracing.processAll(
                    queue,
                    List.of(message),
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    for (FinishedSpan processed : tracing.takeAll(2)) {
      assertThat(processed.status()).isEqualTo(StatusCode.ERROR);
      assertThat(processed.isRoot()).isTrue();
    }
  }

  @Test
  void tracingThatFailsLeavesProcessingAlone() {
    Message message = Message.builder().messageId("m").body("rope").build();
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      tracing.use(broken);
      int[] runs = new int[1];
      SqsTracing.process(queue, message, () -> runs[0]++);
      SqsTracing.processAll(queue, List.of(message), () -> runs[0]++);
      assertThat(runs).containsExactly(2);
    }
  }

  private List<Message> receive() {
    return sqs.receiveMessage(ask -> ask.queueUrl(queue).maxNumberOfMessages(10)).messages();
  }

  private Span inside(String called) {
    return tracing.tracer().spanBuilder(called).startSpan();
  }

  private static String xRay(Message message) {
    XRayHeader header =
        XRayHeader.read(message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER));
    return header == null ? "" : header.parentId();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
