// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.engine.ClewEncoding;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compared has to be the same work. */
class EncodingsTest {

  @Test
  void bothWriteTheSameSpans() throws Exception {
    ClewEncoding clew = (ClewEncoding) Encodings.of("clew");
    SdkEncoding sdk = (SdkEncoding) Encodings.of("opentelemetry");
    sdk.encode();

    assertThat(comparable(ScopeSpans.parseFrom(clew.scopeSpans())))
        .hasSize(Encoding.SPANS)
        .isEqualTo(
            comparable(
                ExportTraceServiceRequest.parseFrom(sdk.request())
                    .getResourceSpans(0)
                    .getScopeSpans(0)));
  }

  @Test
  void whatSurroundsABatchIsNextToNothing() {
    int clew = Encodings.of("clew").encode();
    int sdk = Encodings.of("opentelemetry").encode();

    assertThat((double) sdk / clew).isBetween(1.0, 1.03);
  }

  /** All but what differs from span to span; the order of attributes is nobody's business. */
  private static List<Span> comparable(ScopeSpans spans) {
    return spans.getSpansList().stream()
        .map(
            span ->
                span.toBuilder()
                    .clearTraceId()
                    .clearSpanId()
                    .clearStartTimeUnixNano()
                    .setEndTimeUnixNano(span.getEndTimeUnixNano() - span.getStartTimeUnixNano())
                    .clearAttributes()
                    .addAllAttributes(
                        span.getAttributesList().stream()
                            .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                            .toList())
                    .clearStatus()
                    .build())
        .toList();
  }
}
