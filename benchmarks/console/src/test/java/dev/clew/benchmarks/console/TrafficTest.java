// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficTest {

  @Test
  void sendsWholeTraces() throws Exception {
    List<Span> spans = spans(new Traffic(1).request(64, 2 * Traffic.SPANS_A_TRACE));

    assertThat(spans.stream().collect(Collectors.groupingBy(TrafficTest::traceId)))
        .containsOnlyKeys(Traffic.traceId(64), Traffic.traceId(65))
        .allSatisfy((id, trace) -> assertThat(trace).hasSize(Traffic.SPANS_A_TRACE));
    assertThat(spans).filteredOn(span -> span.getParentSpanId().isEmpty()).hasSize(2);
  }

  @Test
  void partsOfTheLargeTraceBelongTogether() throws Exception {
    Traffic traffic = new Traffic(1);
    List<Span> spans = new ArrayList<>(spans(traffic.requestOfLarge(0, 10)));
    spans.addAll(spans(traffic.requestOfLarge(10, 10)));

    assertThat(spans).extracting(TrafficTest::traceId).containsOnly(Traffic.traceId(Traffic.LARGE));
    assertThat(spans).extracting(Span::getSpanId).doesNotHaveDuplicates();
  }

  private static List<Span> spans(byte[] request) throws Exception {
    return ExportTraceServiceRequest.parseFrom(request)
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpansList();
  }

  private static String traceId(Span span) {
    return HexFormat.of().formatHex(span.getTraceId().toByteArray());
  }
}
