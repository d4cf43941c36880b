// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The part of {@link MessagingContract} about who is whose child, and who is linked to whom. */
abstract class MessagingPropagation extends MessagingFixture {

  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  static final String CALLER_ID = "b7ad6b7169203331";
  static final String SAMPLED = "00-" + TRACE_ID + "-" + CALLER_ID + "-01";

  @Test
  void sendingIsChildOfWhatIsCurrent() throws Exception {
    within("request", () -> send("one"));

    assertThat(sent().isChildOf(tracing.take("request"))).isTrue();
  }

  @Test
  void listenerJoinsTraceOfSender() throws Exception {
    listen(message -> {});
    send("one");

    FinishedSpan processed = processed();
    assertThat(processed.isChildOf(sent())).isTrue();
    assertThat(processed.hasRemoteParent()).isTrue();
    assertThat(processed.links()).isEmpty();
  }

  @Test
  void whatListenerDoesIsChildOfProcessing() throws Exception {
    listen(message -> tracing.tracer().spanBuilder("work").startSpan().end());
    send("one");

    FinishedSpan processed = processed();
    assertThat(tracing.take("work").isChildOf(processed)).isTrue();
    sent();
  }

  @Test
  void receivingFollowsSenderWhereNothingIsCurrent() throws Exception {
    send("one");
    receive();

    FinishedSpan sent = sent();
    FinishedSpan received = received();
    assertThat(received.isChildOf(sent)).isTrue();
    assertThat(isLinked(received, sent)).isTrue();
  }

  @Test
  void receivingIsChildOfWhatIsCurrentAndLinksToSender() throws Exception {
    send("one");
    within("request", this::receive);

    FinishedSpan received = received();
    assertThat(received.isChildOf(tracing.take("request"))).isTrue();
    assertThat(isLinked(received, sent())).isTrue();
  }

  @Test
  void processingOnlyLinksIfConfigured() throws Exception {
    configure("clew.messaging.consumer", "link");
    listen(message -> {});
    send("one");

    FinishedSpan sent = sent();
    FinishedSpan processed = processed();
    assertThat(processed.isRoot()).isTrue();
    assertThat(processed.traceId()).isNotEqualTo(sent.traceId());
    assertThat(isLinked(processed, sent)).isTrue();
  }

  @Test
  void receivingOnlyLinksIfConfigured() throws Exception {
    configure("clew.messaging.consumer", "link");
    send("one");
    receive();

    FinishedSpan sent = sent();
    FinishedSpan received = received();
    assertThat(received.isRoot()).isTrue();
    assertThat(isLinked(received, sent)).isTrue();
  }

  @Test
  void replyJoinsTraceOfRequest() throws Exception {
    JMSContext server = context();
    server
        .createConsumer(queue(server))
        .setMessageListener(
            request -> {
              try {
                server.createProducer().send(request.getJMSReplyTo(), "reply");
              } catch (jakarta.jms.JMSException failed) {
                throw new IllegalStateException(failed);
              }
            });
    JMSContext client = context();
    TemporaryQueue replies = client.createTemporaryQueue();
    within(
        "request",
        () -> {
          client.createProducer().setJMSReplyTo(replies).send(queue(client), "request");
          assertThat(client.createConsumer(replies).receiveBody(String.class, WAIT_MILLIS))
              .isEqualTo("reply");
        });

    FinishedSpan processed = processed();
    assertThat(processed.isChildOf(sent())).isTrue();
    assertThat(tracing.take("send (temporary)").isChildOf(processed)).isTrue();
    FinishedSpan request = tracing.take("request");
    assertThat(tracing.take("receive (temporary)").isChildOf(request)).isTrue();
    assertThat(processed.traceId()).isEqualTo(request.traceId());
  }

  @Test
  void messageSentTwiceCarriesEachSending() throws Exception {
    JMSContext context = context();
    TextMessage message = context.createTextMessage("one");
    within("first", () -> context.createProducer().send(queue(context), message));
    FinishedSpan first = sent();
    within("second", () -> context.createProducer().send(queue(context), message));
    FinishedSpan second = sent();
    tracing.take("first");
    tracing.take("second");

    JMSContext receiver = context();
    var consumer = receiver.createConsumer(queue(receiver));
    consumer.receive(WAIT_MILLIS);
    assertThat(received().isChildOf(first)).isTrue();
    consumer.receive(WAIT_MILLIS);
    assertThat(received().isChildOf(second)).isTrue();
    assertThat(second.links()).isEmpty();
  }

  @Test
  void messageForwardedAsReceivedKeepsItsSender() throws Exception {
    send("one");
    FinishedSpan creation = sent();
    Message message = receive();
    received();
    JMSContext context = context();
    within("bridge", () -> context.createProducer().send(queue(context), message));

    FinishedSpan forwarded = sent();
    assertThat(forwarded.isChildOf(tracing.take("bridge"))).isTrue();
    assertThat(isLinked(forwarded, creation)).isTrue();
    receive();
    assertThat(received().isChildOf(creation)).isTrue();
  }

  @Test
  void messageForwardedWithoutItsPropertiesCarriesForwarder() throws Exception {
    send("one");
    sent();
    Message message = receive();
    received();
    message.clearProperties();
    JMSContext context = context();
    context.createProducer().send(queue(context), message);

    FinishedSpan forwarded = sent();
    receive();
    assertThat(received().isChildOf(forwarded)).isTrue();
  }

  @Test
  void applicationsOwnContextIsKept() throws Exception {
    JMSContext context = context();
    TextMessage message = context.createTextMessage("one");
    message.setStringProperty("traceparent", SAMPLED);
    context.createProducer().send(queue(context), message);

    FinishedSpan sent = sent();
    assertThat(sent.links()).extracting(FinishedSpan.Link::spanId).containsExactly(CALLER_ID);
    assertThat(receiveOutside().getStringProperty("traceparent")).isEqualTo(SAMPLED);
  }

  @Test
  void baggageReachesListener() throws Exception {
    CompletableFuture<String> tenant = new CompletableFuture<>();
    listen(message -> tenant.complete(Baggage.current().getEntryValue("tenant")));
    Scope scope = Baggage.builder().put("tenant", "blue").build().makeCurrent();
    try {
      send("one");
    } finally {
      scope.close();
    }

    assertThat(tenant.get(WAIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("blue");
    sent();
    processed();
  }

  @Test
  void headersWithDashesTravelUnderLegalNames() throws Exception {
    configure("otel.propagators", "b3multi");
    send("one");
    Message message = receiveOutside();
    for (String name : propertyNames(message)) {
      assertThat(name.chars().allMatch(Character::isJavaIdentifierPart)).as(name).isTrue();
    }
    assertThat(message.getStringProperty("X__dash__B3__dash__TraceId")).isEqualTo(sent().traceId());

    listen(again -> {});
    send("two");
    assertThat(processed().isChildOf(sent())).isTrue();
  }

  @Test
  void unsampledSenderIsFollowed() throws Exception {
    JMSContext outside = outside();
    outside
        .createProducer()
        .setProperty("traceparent", "00-" + TRACE_ID + "-" + CALLER_ID + "-00")
        .send(queue(outside), "one");
    CompletableFuture<String> text = new CompletableFuture<>();
    listen(message -> complete(text, message));

    assertThat(text.get(WAIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("one");
  }

  @Test
  void nothingIsRecordedButCarriedWhereSamplerSaysNo() throws Exception {
    configure("otel.traces.sampler", "always_off");
    send("one");

    assertThat(receiveOutside().getStringProperty("traceparent")).matches(".*-0[02]");
  }

  @Test
  void untracedSenderIsNoParent() throws Exception {
    JMSContext outside = outside();
    outside.createProducer().send(queue(outside), "one");
    listen(message -> {});

    assertThat(processed().isRoot()).isTrue();
  }

  @Test
  void hostilePropertiesAreNoParent() throws Exception {
    JMSContext outside = outside();
    Map<String, Object> hostile =
        Map.of("nonsense", "00-zzz-1-01", "number", 42, "flag", true, "long", "0".repeat(100_000));
    CompletableFuture<Integer> left = new CompletableFuture<>();
    int[] count = {hostile.size()};
    listen(
        message -> {
          if (--count[0] == 0) {
            left.complete(0);
          }
        });
    hostile
        .values()
        .forEach(
            value ->
                outside
                    .createProducer()
                    .setProperty("traceparent", value)
                    .setProperty("tracestate", value)
                    .setProperty("baggage", value)
                    .send(queue(outside), "one"));

    left.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    assertThat(tracing.takeAll(hostile.size())).allMatch(FinishedSpan::isRoot);
  }

  static void complete(CompletableFuture<String> text, Message message) {
    try {
      text.complete(message.getBody(String.class));
    } catch (jakarta.jms.JMSException failed) {
      text.completeExceptionally(failed);
    }
  }
}
