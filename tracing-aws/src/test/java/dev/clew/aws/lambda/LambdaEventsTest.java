// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What events and their records carry, as maps, JSON and beans. */
class LambdaEventsTest {

  private static final String W3C = "00-11111111111111111111111111111111-2222222222222222-01";
  private static final String XRAY =
      "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=1";
  private static final byte[] WRAPPED =
      ("clew-trace/1\ntraceparent: " + W3C + "\n\ndata").getBytes(StandardCharsets.UTF_8);

  /** As AWS's library of events has them. */
  public static final class Bean {
    private final Map<String, String> headers = Map.of("TraceParent", W3C);

    public Map<String, String> getHeaders() {
      return headers;
    }

    public List<Object> getRecords() {
      return List.of(Map.of("eventSource", "aws:sqs"), this);
    }

    public String getBody() {
      throw new IllegalStateException("not to be read");
    }
  }

  @Test
  void headersOfRequestsAreFoundInAnyCase() {
    assertThat(headers(Map.of("headers", Map.of("TRACEPARENT", W3C))))
        .containsEntry("traceparent", W3C);
    assertThat(headers(new Bean())).containsEntry("traceparent", W3C);
    assertThat(LambdaEvents.records(new Bean())).hasSize(2);
  }

  @Test
  void xRaysHeaderStandsForTheParentWhereThereIsNone() {
    assertThat(headers(Map.of("headers", Map.of("x-amzn-trace-id", XRAY))))
        .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  }

  @Test
  void messagesOfSnsCarryAttributesRawAndWrapped() {
    assertThat(
            json(
                """
                {"EventSource": "aws:sns", "Sns": {"MessageAttributes":
                  {"traceparent": {"Type": "String", "Value": "%s"}}}}"""))
        .containsEntry("traceparent", W3C);
    String envelope =
        "{\"Type\":\"Notification\",\"MessageAttributes\":{\"traceparent\":{\"Value\":\""
            + W3C
            + "\"}}}";
    assertThat(headers(Map.of("eventSource", "aws:sqs", "body", envelope)))
        .containsEntry("traceparent", W3C);
  }

  @Test
  void recordsOfKinesisCarryClewsEnvelope() {
    String base64 = Base64.getEncoder().encodeToString(WRAPPED);
    assertThat(headers(Map.of("eventSource", "aws:kinesis", "kinesis", Map.of("data", base64))))
        .containsEntry("traceparent", W3C);
    ByteBuffer buffer = ByteBuffer.wrap(WRAPPED);
    assertThat(headers(Map.of("eventSource", "aws:kinesis", "kinesis", Map.of("data", buffer))))
        .containsEntry("traceparent", W3C);
    assertThat(buffer.position()).isZero();
    assertThat(headers(Map.of("eventSource", "aws:kinesis", "kinesis", Map.of("data", "%"))))
        .isEmpty();
  }

  @Test
  void itemsOfDynamoDbCarryWhatTheirWriterPutThere() {
    assertThat(
            json(
                """
                {"eventSource": "aws:dynamodb", "dynamodb": {"NewImage":
                  {"traceparent": {"S": "%s"}, "price": {"N": "1"}}}}"""))
        .containsEntry("traceparent", W3C)
        .doesNotContainKey("price");
  }

  @Test
  void eventsOfEventBridgeCarryHeadersInTheirDetail() {
    assertThat(
            json(
                """
                {"detail-type": "Order", "detail": {"id": 1, "clew-trace": {"traceparent": "%s"}}}"""))
        .containsEntry("traceparent", W3C);
  }

  @Test
  void whatIsNoEventCarriesNothing() {
    for (Object event : new Object[] {"text", 1, List.of(1), Map.of(), Map.of("headers", 3)}) {
      assertThat(headers(event)).isEmpty();
      assertThat(LambdaEvents.records(event)).isEmpty();
    }
    assertThat(headers(null)).isEmpty();
    assertThat(Node.parse("{").isPresent()).isFalse();
  }

  @Test
  void anyShapeOfEventIsRead() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      Object event = random(random, 0);
      assertThat(LambdaEvents.headers(new Node(event))).isNotNull();
      assertThat(Trigger.of(event).spanName("function")).isNotNull();
    }
  }

  private static Object random(Random random, int depth) {
    String[] names = {
      "headers",
      "Records",
      "eventSource",
      "Sns",
      "kinesis",
      "data",
      "detail",
      "clew-trace",
      "body",
      "attributes",
      "messageAttributes",
      "requestContext",
      "http",
      "method",
      "httpMethod",
      "routeKey",
      "dynamodb",
      "NewImage",
      "multiValueHeaders",
      "resource"
    };
    Object[] leaves = {
      "aws:sqs", "aws:sns", "aws:kinesis", "aws:dynamodb", "GET", "", "$x", 1, true, null
    };
    if (depth > 4 || random.nextInt(4) == 0) {
      return leaves[random.nextInt(leaves.length)];
    }
    if (random.nextInt(4) == 0) {
      return Arrays.asList(random(random, depth + 1), random(random, depth + 1));
    }
    Map<String, Object> map = new HashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(names[random.nextInt(names.length)], random(random, depth + 1));
    }
    return map;
  }

  private static Map<String, String> json(String json) {
    return LambdaEvents.headers(Node.parse(json.formatted(W3C)));
  }

  private static Map<String, String> headers(Object event) {
    return LambdaEvents.headers(new Node(event));
  }
}
