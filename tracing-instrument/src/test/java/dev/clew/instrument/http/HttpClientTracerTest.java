// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.net.ConnectException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpClientTracerTest {

  private final Recorded recorded = new Recorded();
  private final Map<String, String> settings = new HashMap<>();
  private final Request request = new Request();

  @Test
  void describesWhatIsSent() {
    request.uri = URI.create("https://ann:s3cret@shop.example/orders;sid=s3cret?token=s3cret#top");

    SpanData span = sent(201);

    assertThat(span.getName()).isEqualTo("POST");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(HttpServerTracerTest.attributes(span))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("http.request.method", "POST"),
                Map.entry(
                    "url.full", "https://REDACTED:REDACTED@shop.example/orders?token=REDACTED"),
                Map.entry("server.address", "shop.example"),
                Map.entry("server.port", 443L),
                Map.entry("network.protocol.version", "1.1"),
                Map.entry("http.response.status_code", 201L)));
  }

  @Test
  void knowsHostsThatUriDoesNot() {
    request.uri = URI.create("http://order_service:8080/");

    assertThat(HttpServerTracerTest.attributes(sent(200)))
        .containsEntry("server.address", "order_service")
        .containsEntry("server.port", 8080L);
  }

  @Test
  void saysHowOftenTheRequestHasBeenSentBefore() {
    request.resendCount = 2;

    assertThat(HttpServerTracerTest.attributes(sent(200)))
        .containsEntry("http.request.resend_count", 2L);
  }

  @Test
  void isNamedByTheTemplateWhereThatIsKnown() {
    request.urlTemplate = "/orders/{id}";

    assertThat(sent(200).getName()).isEqualTo("POST /orders/{id}");
  }

  @Test
  void takesStatusFrom400ForError() {
    SpanData span = sent(404);

    assertThat(span.getStatus()).isEqualTo(StatusData.error());
    assertThat(HttpServerTracerTest.attributes(span)).containsEntry("error.type", "404");
  }

  @Test
  void recordsFailureWithoutResponse() {
    HttpClientSpan span = tracer().start(request);
    span.error(new ConnectException("refused"));
    span.end(null);

    assertThat(HttpServerTracerTest.attributes(recorded.only()))
        .containsEntry("error.type", "java.net.ConnectException")
        .doesNotContainKey("http.response.status_code");
  }

  @Test
  void carriesItselfToTheServer() {
    HttpClientSpan span = tracer().start(request);
    span.end(null);

    SpanContext context = recorded.only().getSpanContext();
    assertThat(request.headers)
        .containsEntry(
            "traceparent",
            List.of("00-" + context.getTraceId() + "-" + context.getSpanId() + "-01"));
  }

  @Test
  void asksNothingButWhatItNeedsWhereNothingIsRecorded() {
    Context unsampled =
        Context.root()
            .with(
                Span.wrap(
                    SpanContext.create(
                        "0af7651916cd43dd8448eb211c80319c",
                        "b7ad6b7169203331",
                        TraceFlags.getDefault(),
                        TraceState.getDefault())));
    try (Scope scope = unsampled.makeCurrent()) {
      assertThat(scope).isNotNull();
      tracer().start(request).end(TestResponse.of(200));
    }

    assertThat(request.asked).containsExactlyInAnyOrder("method", "urlTemplate");
    assertThat(request.headers.get("traceparent")).singleElement().asString().endsWith("-00");
  }

  @Test
  void recordsHeadersThatAreNamed() {
    settings.put("otel.instrumentation.http.client.capture-request-headers", "x-tenant");
    settings.put("otel.instrumentation.http.client.capture-response-headers", "x-answer");
    request.setHeader("x-tenant", "blue");
    tracer().start(request).end(new TestResponse(200, "42"));

    assertThat(HttpServerTracerTest.attributes(recorded.only()))
        .containsEntry("http.request.header.x-tenant", List.of("blue"))
        .containsEntry("http.response.header.x-answer", List.of("42"));
  }

  @Test
  void recordsWhatItCanOfRequestThatThrows() {
    for (String part : List.of("method", "uri", "urlTemplate", "resendCount", "setHeader")) {
      Request broken = new Request();
      broken.failing = part;
      tracer().start(broken).end(TestResponse.of(200));
    }

    assertThat(recorded.spans()).hasSize(5);
  }

  @Test
  void survivesNoRequestAtAll() {
    tracer().start(null).end(null);

    assertThat(Context.current()).isSameAs(Context.root());
  }

  private SpanData sent(int status) {
    tracer().start(request).end(TestResponse.of(status));
    return recorded.only();
  }

  private HttpClientTracer tracer() {
    return new HttpClientTracer(recorded.openTelemetry(), Settings.of(settings));
  }

  /** A request made by hand, which knows what it has been asked for. */
  private static final class Request implements HttpClientRequest {

    private URI uri = URI.create("http://shop.example/orders");
    private int resendCount;
    private String urlTemplate;
    private String failing = "";
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<String>> headers = new HashMap<>();

    @Override
    public String method() {
      return asked("method", "POST");
    }

    @Override
    public URI uri() {
      return asked("uri", uri);
    }

    @Override
    public List<String> headers(String name) {
      return asked("headers", headers.get(name));
    }

    @Override
    public int resendCount() {
      return asked("resendCount", resendCount);
    }

    @Override
    public String urlTemplate() {
      return asked("urlTemplate", urlTemplate);
    }

    @Override
    public void setHeader(String name, String value) {
      if (failing.equals("setHeader")) {
        throw new StackOverflowError();
      }
      headers.put(name, List.of(value));
    }

    private <T> T asked(String what, T answer) {
      asked.add(what);
      if (failing.equals(what)) {
        throw new StackOverflowError();
      }
      return answer;
    }
  }
}
