// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.exporter.testing.Batches;
import dev.clew.exporter.testing.RandomSpans;
import dev.clew.exporter.testing.Spans;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

  @Test
  void isARequestWithSpansGroupedByScopeInTheirOrder() throws Exception {
    Batch batch = Batches.of("a", "b", "c", "d", "e");

    ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(batch.toByteArray());

    assertThat(request.getResourceSpansList()).hasSize(1);
    assertThat(request.getResourceSpans(0).getSchemaUrl()).isNotEmpty();
    assertThat(request.getResourceSpans(0).getResource().getAttributes(0).getKey())
        .isEqualTo("service.name");
    List<ScopeSpans> scopes = request.getResourceSpans(0).getScopeSpansList();
    assertThat(scopes)
        .extracting(s -> s.getScope().getName())
        .containsExactly("scope-1", "scope-2");
    assertThat(scopes.get(0).getSpansList())
        .extracting(Span::getName)
        .containsExactly("a", "c", "e");
    assertThat(scopes.get(1).getSpansList()).extracting(Span::getName).containsExactly("b", "d");
    assertThat(batch.size()).isEqualTo(batch.toByteArray().length);
    assertThat(batch.spans()).isEqualTo(5);
  }

  @Test
  void keepsEverySpanAsItIsWhateverItsLength() throws Exception {
    RandomSpans random = new RandomSpans(1);
    List<Span> spans = new ArrayList<>();
    BatchBuilder builder = new BatchBuilder();
    for (int i = 0; i < 1000; i++) {
      Span span = random.span().toBuilder().setTraceState("x".repeat(i * 20)).build();
      spans.add(span);
      builder.add(3, span.toByteArray(), 0, span.getSerializedSize());
    }
    byte[] empty = {};
    builder.add(3, empty, 0, 0);
    spans.add(Span.getDefaultInstance());

    Batch batch = builder.build(empty, scope -> empty);

    ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(batch.toByteArray());
    assertThat(request.getResourceSpans(0).getScopeSpans(0).getSpansList()).isEqualTo(spans);
    assertThat(request.getSerializedSize()).isEqualTo(batch.size());
  }

  @Test
  void showsEverySpanWithItsScope() throws Exception {
    List<String> seen = new ArrayList<>();

    Batches.of("a", "b", "c")
        .forEach(
            (scope, bytes, offset, length) ->
                seen.add(
                    ScopeSpans.parseFrom(scope).getScope().getName()
                        + " "
                        + Span.parseFrom(bytes).getName()));

    assertThat(seen).containsExactly("scope-1 a", "scope-1 c", "scope-2 b");
  }

  @Test
  void aBuilderThatWasClearedBeginsAnew() throws Exception {
    BatchBuilder builder = new BatchBuilder();
    byte[] first = Spans.bytes("first");
    byte[] second = Spans.bytes("second");
    byte[] empty = {};
    builder.add(3, first, 0, first.length);
    builder.build(empty, scope -> empty);

    builder.clear();
    assertThat(builder.spans()).isZero();
    assertThat(builder.bytes()).isZero();
    builder.add(1, second, 0, second.length);

    List<String> names = new ArrayList<>();
    builder
        .build(empty, scope -> empty)
        .forEach((scope, bytes, offset, length) -> names.add(Span.parseFrom(bytes).getName()));
    assertThat(names).containsExactly("second");
  }

  @Test
  void takesOnlyWhatIsInsideTheArray() {
    byte[] bytes = Spans.bytes("a");

    assertThatThrownBy(() -> new BatchBuilder().add(0, bytes, 1, bytes.length))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
