// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what of exported messages is not as OTLP and OpenTelemetry's semantic conventions 1.44 have
 * it. Every attribute must be in the registry, not deprecated, and of the right type, but those
 * whose keys start with {@code clew.} (Clew's own), {@code test.} or {@code app.} (of tests and of
 * applications in tests), or with a prefix given here. Immutable.
 */
public final class OtlpChecks {

  private static final int HAS_IS_REMOTE = 0x100;
  private static final int IS_REMOTE = 0x200;
  private static final Duration PLAUSIBLE = Duration.ofDays(1);

  private final AttributeChecks attributes;

  private OtlpChecks(AttributeChecks attributes) {
    this.attributes = attributes;
  }

  /**
   * Checks that let attributes of one's own pass, too.
   *
   * @param ownPrefixes what their keys start with
   */
  public static OtlpChecks allowing(String... ownPrefixes) {
    return new OtlpChecks(new AttributeChecks(SemanticConventions.load(), List.of(ownPrefixes)));
  }

  /** What is wrong with a whole request; empty if nothing is. */
  public List<String> request(ExportTraceServiceRequest request) {
    List<String> problems = new ArrayList<>();
    if (request.getResourceSpansCount() == 0) {
      problems.add("a request without spans");
    }
    for (ResourceSpans resource : request.getResourceSpansList()) {
      problems.addAll(resource(resource.getResource()));
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        problems.addAll(scope(scope.getScope()));
        scope.getSpansList().forEach(span -> problems.addAll(span(span)));
      }
    }
    return problems;
  }

  /** What is wrong with a resource; empty if nothing is. */
  public List<String> resource(Resource resource) {
    Findings findings = new Findings("resource");
    findings.require(
        resource.getAttributesList().stream()
            .anyMatch(attribute -> attribute.getKey().equals("service.name")),
        "has no service.name");
    attributes.check(resource.getAttributesList(), findings);
    return findings.problems();
  }

  /** What is wrong with an instrumentation scope; empty if nothing is. */
  public List<String> scope(InstrumentationScope scope) {
    Findings findings = new Findings("scope " + scope.getName());
    findings.require(!scope.getName().isEmpty(), "has no name");
    attributes.check(scope.getAttributesList(), findings);
    return findings.problems();
  }

  /** What is wrong with a span; empty if nothing is. */
  public List<String> span(Span span) {
    Findings findings = new Findings("span \"" + span.getName() + "\"");
    ids(span, findings);
    times(span, findings);
    findings.require(!span.getName().isEmpty(), "has no name");
    findings.require(
        span.getKind() != Span.SpanKind.SPAN_KIND_UNSPECIFIED
            && span.getKind() != Span.SpanKind.UNRECOGNIZED,
        "has no kind");
    findings.require(
        (span.getFlags() & IS_REMOTE) == 0 || (span.getFlags() & HAS_IS_REMOTE) != 0,
        "has a flag for a remote parent without the one that says it is known");
    findings.require(
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR
            || span.getStatus().getMessage().isEmpty(),
        "has a status message without an error");
    attributes.check(span.getAttributesList(), findings);
    span.getEventsList().forEach(event -> event(event, findings));
    span.getLinksList().forEach(link -> link(link, findings));
    return findings.problems();
  }

  private static void ids(Span span, Findings findings) {
    findings.require(isId(span.getTraceId(), 16), "has no valid trace id");
    findings.require(isId(span.getSpanId(), 8), "has no valid span id");
    findings.require(
        span.getParentSpanId().isEmpty() || isId(span.getParentSpanId(), 8),
        "has an invalid parent id");
    findings.require(!span.getParentSpanId().equals(span.getSpanId()), "is its own parent");
  }

  private static void times(Span span, Findings findings) {
    long start = span.getStartTimeUnixNano();
    findings.require(
        start != 0 && Long.compareUnsigned(span.getEndTimeUnixNano(), start) >= 0,
        "ends before it starts");
    Instant started = Instant.ofEpochSecond(start / 1_000_000_000, start % 1_000_000_000);
    findings.require(
        Duration.between(started, Instant.now()).abs().compareTo(PLAUSIBLE) < 0,
        "did not start about now: " + started);
  }

  private void event(Span.Event event, Findings findings) {
    findings.require(!event.getName().isEmpty(), "has an event without a name");
    findings.require(event.getTimeUnixNano() != 0, "has an event without a time");
    attributes.check(event.getAttributesList(), findings);
  }

  private void link(Span.Link link, Findings findings) {
    findings.require(
        isId(link.getTraceId(), 16) && isId(link.getSpanId(), 8), "has a link with invalid ids");
    attributes.check(link.getAttributesList(), findings);
  }

  private static boolean isId(ByteString id, int length) {
    if (id.size() != length) {
      return false;
    }
    for (byte one : id) {
      if (one != 0) {
        return true;
      }
    }
    return false;
  }
}
