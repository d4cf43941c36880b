// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpServerTracerTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER_ID = "b7ad6b7169203331";
  private static final String SAMPLED = "00-" + TRACE_ID + "-" + CALLER_ID + "-01";
  private static final String UNSAMPLED = "00-" + TRACE_ID + "-" + CALLER_ID + "-00";

  private final Recorded recorded = new Recorded();
  private final TestRequest request = new TestRequest();
  private final Map<String, String> settings = new HashMap<>();

  @Test
  void describesWhatTheRequestSays() {
    request.query = "token=s3cret";
    request.header("Host", "shop.example:8443").header("User-Agent", "curl/8");

    SpanData span = handled();

    assertThat(span.getName()).isEqualTo("GET");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(attributes(span))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("http.request.method", "GET"),
                Map.entry("url.path", "/orders/7"),
                Map.entry("url.query", "token=REDACTED"),
                Map.entry("url.scheme", "http"),
                Map.entry("server.address", "shop.example"),
                Map.entry("server.port", 8443L),
                Map.entry("client.address", "192.0.2.1"),
                Map.entry("network.peer.address", "192.0.2.1"),
                Map.entry("network.peer.port", 4711L),
                Map.entry("network.protocol.version", "1.1"),
                Map.entry("user_agent.original", "curl/8"),
                Map.entry("http.response.status_code", 200L)));
  }

  @Test
  void takesPortFromSchemeWhereHostNamesNone() {
    request.scheme = "https";
    request.header("Host", "shop.example");

    assertThat(attributes(handled()))
        .containsEntry("server.address", "shop.example")
        .containsEntry("server.port", 443L);
  }

  @Test
  void takesHostOfEachRequest() {
    HttpServerTracer tracer = tracer();
    for (String host :
        List.of("shop.example", "shop.example", "stock.example:81", "shop.example")) {
      tracer.start(new TestRequest().header("Host", host)).end(null);
    }

    assertThat(recorded.spans())
        .extracting(span -> attributes(span).get("server.address"))
        .containsExactly("shop.example", "shop.example", "stock.example", "shop.example");
  }

  @Test
  void takesLocalAddressWhereHostIsMissingOrNonsense() {
    request.header("Host", "a b\r\n");

    assertThat(attributes(handled()))
        .containsEntry("server.address", "10.0.0.1")
        .containsEntry("server.port", 8080L);
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    request.scheme = null;
    request.path = null;
    request.peerAddress = null;
    request.localAddress = null;
    request.protocolVersion = null;

    assertThat(attributes(handled()))
        .containsOnlyKeys("http.request.method", "http.response.status_code");
  }

  @Test
  void cutsWhatIsAbsurdlyLong() {
    String long1 = "x".repeat(1 << 20);
    request.method = long1;
    request.path = "/" + long1;
    request.query = long1 + "=" + long1 + "&" + long1;
    request.protocolVersion = long1;
    request.peerAddress = long1;
    request.scheme = long1;
    request.header("Host", long1).header("User-Agent", long1).header("X-Long", long1);
    settings.put("otel.instrumentation.http.server.capture-request-headers", "X-Long");

    assertThat(attributes(handled()))
        .allSatisfy(
            (key, value) -> assertThat(value.toString()).as(key).hasSizeLessThanOrEqualTo(2100));
  }

  @Test
  void recordsUnknownMethodAsOther() {
    request.method = "get";

    SpanData span = handled();

    assertThat(span.getName()).isEqualTo("HTTP");
    assertThat(attributes(span))
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "get");
  }

  @Test
  void knowsTheMethodsThatAreConfigured() {
    settings.put("otel.instrumentation.http.known-methods", "GET, BREW");
    request.method = "BREW";

    assertThat(handled().getName()).isEqualTo("BREW");
  }

  @Test
  void takesSecretsOutOfThePath() {
    request.path = "/a;jsessionid=s3cret/b;v=1";

    assertThat(attributes(handled())).containsEntry("url.path", "/a/b");
  }

  @Test
  void continuesWhatTheCallerSent() {
    request.header("traceparent", SAMPLED);

    SpanData span = handled();

    assertThat(span.getTraceId()).isEqualTo(TRACE_ID);
    assertThat(span.getParentSpanId()).isEqualTo(CALLER_ID);
  }

  @Test
  void takesNoParentFromTheThread() {
    Span leaked = Span.wrap(remote());
    try (Scope scope = leaked.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(handled().getParentSpanContext().isValid()).isFalse();
    }
  }

  @Test
  void leavesTheRequestToWhoeverTracesItAlready() {
    Span other = recorded.openTelemetry().getTracer("agent").spanBuilder("GET").startSpan();
    try (Scope scope = other.makeCurrent()) {
      assertThat(scope).isNotNull();
      HttpServerSpan span = tracer().start(request);
      assertThat(span.isInert()).isTrue();
      assertThat(Span.fromContext(span.context())).isSameAs(other);
      span.end(TestResponse.of(200));
    } finally {
      other.end();
    }
    assertThat(recorded.only().getName()).isEqualTo("GET");
  }

  @Test
  void tracesCallerOnTheSameThread() {
    Span caller = recorded.openTelemetry().getTracer("test").spanBuilder("call").startSpan();
    String header = "00-%s-%s-01";
    request.header(
        "traceparent",
        header.formatted(
            caller.getSpanContext().getTraceId(), caller.getSpanContext().getSpanId()));
    try (Scope scope = caller.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(handled().getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
    }
  }

  @Test
  void asksNothingButWhatItNeedsWhereTheCallerIsNotSampled() {
    request.header("traceparent", UNSAMPLED);

    HttpServerSpan span = tracer().start(request);
    span.end(TestResponse.of(500));

    assertThat(span.isRecording()).isFalse();
    assertThat(span.isInert()).isFalse();
    assertThat(request.asked)
        .containsExactlyInAnyOrder(
            "method",
            "path",
            "contextPath",
            "headers traceparent",
            "headers tracestate",
            "headers baggage");
  }

  @Test
  void describesAllWhereAnUnsampledCallersRequestIsRecordedAfterAll() {
    Recorded always = new Recorded(Sampler.alwaysOn());
    request.header("traceparent", UNSAMPLED);

    new HttpServerTracer(always.openTelemetry(), Settings.of(settings)).start(request).end(null);

    assertThat(attributes(always.only()))
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.path", "/orders/7");
  }

  @Test
  void showsMethodAndPathToSamplers() {
    Recorded some =
        new Recorded(
            new Sampler() {
              @Override
              public SamplingResult shouldSample(
                  Context parent,
                  String traceId,
                  String name,
                  SpanKind kind,
                  Attributes attributes,
                  List<LinkData> links) {
                boolean wanted =
                    "/orders/7".equals(attributes.get(AttributeKey.stringKey("url.path")))
                        && "GET"
                            .equals(attributes.get(AttributeKey.stringKey("http.request.method")));
                return wanted ? SamplingResult.recordAndSample() : SamplingResult.drop();
              }

              @Override
              public String getDescription() {
                return "by attributes";
              }
            });

    new HttpServerTracer(some.openTelemetry(), Settings.of(settings)).start(request).end(null);

    assertThat(some.spans()).hasSize(1);
  }

  @Test
  void recordsValuesOfQueryParametersThatAreAllowed() {
    settings.put("clew.http.query.allowed", "page");
    request.query = "token=s3cret&page=7";

    assertThat(attributes(handled())).containsEntry("url.query", "token=REDACTED&page=7");
  }

  @Test
  void handsOnTheCallersContextForSkippedRequests() {
    settings.put("clew.http.server.skip", "/orders/.*");
    request.header("traceparent", SAMPLED);

    HttpServerSpan span = tracer().start(request);
    span.end(TestResponse.of(200));

    assertThat(span.isInert()).isTrue();
    assertThat(Span.fromContext(span.context()).getSpanContext().getSpanId()).isEqualTo(CALLER_ID);
    assertThat(recorded.spans()).isEmpty();
  }

  @Test
  void recordsHeadersThatAreNamed() {
    settings.put("otel.instrumentation.http.server.capture-request-headers", "X-Tenant,X-None");
    settings.put("otel.instrumentation.http.server.capture-response-headers", "x-answer");
    request.header("x-tenant", "blue").header("X-Tenant", "green").header("Cookie", "s3cret");

    HttpServerSpan span = tracer().start(request);
    span.end(new TestResponse(200, "42"));

    assertThat(attributes(recorded.only()))
        .containsEntry("http.request.header.x-tenant", List.of("blue", "green"))
        .containsEntry("http.response.header.x-answer", List.of("42"))
        .doesNotContainKeys("http.request.header.x-none", "http.request.header.cookie");
  }

  @Test
  void recordsWhatItCanOfRequestThatThrows() {
    for (String part : List.of("query", "header host", "peerPort", "header user-agent", "scheme")) {
      TestRequest broken = new TestRequest();
      broken.failing.add(part);
      tracer().start(broken).end(TestResponse.of(200));
    }

    assertThat(recorded.spans())
        .hasSize(5)
        .allSatisfy(span -> assertThat(attributes(span)).containsEntry("url.path", "/orders/7"));
  }

  @Test
  void survivesRequestThatThrowsFromEverything() {
    request.failing.add("everything");
    for (Throwable failure : List.of(new IllegalStateException(), new StackOverflowError())) {
      request.failure = failure;
      tracer().start(request).end(TestResponse.of(200));
    }

    assertThat(recorded.spans()).hasSize(2);
  }

  @Test
  void survivesNoRequestAtAll() {
    tracer().start(null).end(null);

    assertThat(Context.current()).isSameAs(Context.root());
  }

  private static SpanContext remote() {
    return SpanContext.createFromRemoteParent(
        TRACE_ID, CALLER_ID, TraceFlags.getSampled(), TraceState.getDefault());
  }

  private SpanData handled() {
    tracer().start(request).end(TestResponse.of(200));
    return recorded.only();
  }

  private HttpServerTracer tracer() {
    return new HttpServerTracer(recorded.openTelemetry(), Settings.of(settings));
  }

  static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> map = new HashMap<>();
    span.getAttributes().forEach((key, value) -> map.put(key.getKey(), value));
    return map;
  }
}
