// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link HttpServerContract} about what a span says of the request. */
abstract class HttpServerDescription extends HttpServerPropagation {

  @Test
  void describesRequest() throws Exception {
    FinishedSpan span = spanOf(ServerEndpoints.HELLO, "User-Agent", "contract");

    assertThat(span.attributes())
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.scheme", "http")
        .containsEntry("url.path", base().getPath() + ServerEndpoints.HELLO)
        .containsEntry("server.address", base().getHost())
        .containsEntry("server.port", (long) base().getPort())
        .containsEntry("user_agent.original", "contract")
        .containsEntry("http.response.status_code", 200L)
        .doesNotContainKeys("url.query", "error.type", "http.request.method_original");
  }

  @Test
  void tellsWhoAsks() throws Exception {
    require(HttpServerCapability.PEER_ADDRESS);

    FinishedSpan span = spanOf(ServerEndpoints.HELLO, "X-Forwarded-For", "203.0.113.9");

    assertThat(span.text("client.address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    assertThat(span.text("network.peer.address")).isEqualTo(span.text("client.address"));
    assertThat((Long) span.attributes().get("network.peer.port")).isPositive();
    assertThat(span.text("network.protocol.version")).isEqualTo("1.1");
  }

  @Test
  void believesProxyWhereConfigured() throws Exception {
    configure("clew.http.server.forwarded", "forwarded");

    FinishedSpan span =
        spanOf(
            ServerEndpoints.HELLO,
            "Forwarded",
            "for=\"[2001:db8::1]:4711\";proto=https;host=shop.example, for=198.51.100.17");

    assertThat(span.attributes())
        .containsEntry("client.address", "2001:db8::1")
        .containsEntry("server.address", "shop.example")
        .containsEntry("server.port", 443L)
        .containsEntry("url.scheme", "https");
  }

  @Test
  void namesSpanByRoute() throws Exception {
    require(HttpServerCapability.ROUTES);

    get(item("7"));

    tracing.take("item");
    assertRoute(serverSpan(), ServerEndpoints.ITEM);
  }

  @Test
  void namesSpanByWholeRouteOfNestedResource() throws Exception {
    require(HttpServerCapability.NESTED_ROUTES);

    get(ServerEndpoints.NESTED.replace("{id}", "7"));

    tracing.take("item");
    assertRoute(serverSpan(), ServerEndpoints.NESTED);
  }

  @Test
  void namesSpanOfAsynchronousHandlerByRoute() throws Exception {
    require(HttpServerCapability.ASYNC);
    require(HttpServerCapability.ROUTES);

    get(ServerEndpoints.ASYNC);

    tracing.take("item");
    assertRoute(serverSpan(), ServerEndpoints.ASYNC);
  }

  @Test
  void namesSpanByMethodWhereNothingIsFound() throws Exception {
    require(HttpServerCapability.NOT_FOUND);

    FinishedSpan span = spanOf("/no/such/path");

    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.attributes()).doesNotContainKey("http.route");
  }

  @Test
  void recordsMethod() throws Exception {
    require(HttpServerCapability.NOT_FOUND);
    send("POST", "/no/such/path");

    assertThat(serverSpan().text("http.request.method")).isEqualTo("POST");
  }

  @Test
  void recordsUnknownMethodAsOther() throws Exception {
    require(HttpServerCapability.UNKNOWN_METHOD);
    raw().send("BREW", ServerEndpoints.HELLO, "");

    FinishedSpan span = serverSpan();
    assertThat(span.name()).startsWith("HTTP");
    assertThat(span.attributes())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "BREW");
  }

  @Test
  void redactsQueryValues() throws Exception {
    FinishedSpan span = spanOf(ServerEndpoints.HELLO + "?user=ann&token=s3cret");

    assertThat(span.text("url.query")).isEqualTo("user=REDACTED&token=REDACTED");
  }

  @Test
  void recordsQueryValuesThatAreAllowed() throws Exception {
    configure("clew.http.query.allowed", "page");

    FinishedSpan span = spanOf(ServerEndpoints.HELLO + "?page=2&token=s3cret");

    assertThat(span.text("url.query")).isEqualTo("page=2&token=REDACTED");
  }

  @Test
  void recordsHeadersThatAreNamedAndNoOthers() throws Exception {
    tracing.configure(
        Map.of(
            "otel.instrumentation.http.server.capture-request-headers", "X-Tenant",
            "otel.instrumentation.http.server.capture-response-headers", "X-Answer"));

    FinishedSpan span =
        spanOf(ServerEndpoints.HEADER, "X-Tenant", "blue", "Authorization", "Bearer s3cret");

    assertThat(span.attributes())
        .containsEntry("http.request.header.x-tenant", List.of("blue"))
        .containsEntry("http.response.header.x-answer", List.of("42"));
    assertThat(span.attributes().toString()).doesNotContain("s3cret");
  }

  @Test
  void leavesOutProbes() throws Exception {
    get("/health");
    get("/health/ready");
    get("/metrics");
    get("/openapi");
  }

  @Test
  void leavesOutWhatIsSkippedButTracesWhatItCalls() throws Exception {
    configure("clew.http.server.skip", ".*/items/.*");

    get(item("7"), "traceparent", SAMPLED);

    FinishedSpan child = tracing.takeOne();
    assertThat(child.name()).isEqualTo("item");
    assertThat(child.parentSpanId()).isEqualTo(CALLER_ID);
  }

  @Test
  void leavesOutWhatMicroProfileOpenTracingSkips() throws Exception {
    configure("mp.opentracing.server.skip-pattern", ".*/hello|.*/bad");

    get(ServerEndpoints.HELLO);
    get(ServerEndpoints.BAD);
    spanOf(ServerEndpoints.UNAVAILABLE);
  }

  @Test
  void cutsWhatIsTooLong() throws Exception {
    configure("otel.instrumentation.http.server.capture-request-headers", "X-Long");

    FinishedSpan span = spanOf(ServerEndpoints.HELLO, "X-Long", "a".repeat(4000));

    assertThat(span.text("http.request.header.x-long")).hasSizeLessThan(2000);
  }

  final void assertRoute(FinishedSpan span, String template) {
    assertThat(span.text("http.route")).isEqualTo(route(template));
    assertThat(span.name()).isEqualTo("GET " + route(template));
  }
}
