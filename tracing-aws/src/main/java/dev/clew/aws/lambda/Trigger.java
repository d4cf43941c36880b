// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;

/**
 * What an event says of why a function is called (semantic conventions, "AWS Lambda").
 *
 * @param name as {@code faas.trigger} has it
 * @param records of the event; empty where it is one by itself
 */
record Trigger(String name, Node event, List<Node> records) {

  private static final String HTTP = "http";

  static Trigger of(Object input) {
    Node event = new Node(input);
    List<Node> records = event.get("Records").list();
    return new Trigger(name(event, records), event, records);
  }

  private static String name(Node event, List<Node> records) {
    if (!records.isEmpty()) {
      String source = records.get(0).get("eventSource").text();
      return "aws:sqs".equals(source) || "aws:sns".equals(source) ? "pubsub" : "datasource";
    }
    Node request = event.get("requestContext");
    if (event.get("httpMethod").text() != null
        || request.get("http").get("method").text() != null) {
      return HTTP;
    }
    if (event.get("detail-type").isPresent() || event.get("detailType").isPresent()) {
      return "Scheduled Event".equals(event.get("detail-type").text()) ? "timer" : "pubsub";
    }
    return "other";
  }

  boolean isHttp() {
    return name.equals(HTTP);
  }

  /** Records come from others than the caller: they are linked to. */
  SpanKind kind() {
    return name.equals("pubsub") || name.equals("datasource") ? SpanKind.CONSUMER : SpanKind.SERVER;
  }

  /** {@code GET /orders/{id}} of a request, else the function's own. */
  String spanName(String function) {
    if (!isHttp()) {
      return function;
    }
    String route = route();
    return route == null ? method() : method() + ' ' + route;
  }

  void describe(SpanBuilder span) {
    span.setAttribute("faas.trigger", name);
    if (isHttp()) {
      span.setAttribute("http.request.method", method());
      put(span, "url.path", first(event.get("path"), event.get("rawPath")));
      put(span, "http.route", route());
      var headers = LambdaEvents.headers(event);
      put(span, "server.address", headers.get("Host"));
      put(span, "url.scheme", headers.get("X-Forwarded-Proto"));
      put(span, "user_agent.original", headers.get("User-Agent"));
    }
    if (records.size() > 1) {
      span.setAttribute("messaging.batch.message_count", (long) records.size());
    }
  }

  private String method() {
    return first(event.get("httpMethod"), event.get("requestContext").get("http").get("method"));
  }

  /** What API Gateway matched; load balancers match nothing. */
  private String route() {
    String resource = first(event.get("resource"), event.get("routeKey"));
    return resource == null || resource.startsWith("$")
        ? null
        : resource.substring(resource.indexOf(' ') + 1);
  }

  private static String first(Node one, Node other) {
    return one.text() != null ? one.text() : other.text();
  }

  private static void put(SpanBuilder span, String key, String value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
  }
}
