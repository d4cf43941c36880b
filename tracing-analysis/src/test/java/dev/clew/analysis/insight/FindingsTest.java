// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Resource;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanBuilder;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Status;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import dev.clew.analysis.insight.Insight.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void sameFindingInManyTracesIsOne() {
    List<Trace> traces = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      traces.add(slow("t" + i, "SELECT movements", 10 * i));
    }
    traces.add(slow("other", "SELECT prices", 1_000));

    List<Finding> findings = dominant(traces);

    assertThat(findings).hasSize(2);
    Finding statement = findings.get(0);
    assertThat(statement.operation().name()).isEqualTo("SELECT movements");
    assertThat(statement.traces()).isEqualTo(7);
    assertThat(statement.nanos()).isEqualTo(280 * Nanos.MILLI);
    assertThat(statement.example().explanation()).contains("70.0 ms");
    assertThat(statement.examples())
        .hasSize(Finding.MAX_EXAMPLES)
        .startsWith(new SpanRef("t7", "sql"), new SpanRef("t6", "sql"));
  }

  @Test
  void errorsComeBeforeWhatIsSlow() {
    List<Trace> traces =
        List.of(slow("slow", "SELECT movements", 900), failing("one"), failing("two"));

    List<Finding> findings = Findings.of(traces);

    assertThat(findings.get(0).example().kind()).isEqualTo(Kind.ERROR_ORIGIN);
    assertThat(findings.get(0).traces()).isEqualTo(2);
  }

  @Test
  void orderOfTracesDoesNotMatter() {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      traces.add(i % 3 == 0 ? failing("f" + i) : slow("s" + i, "SELECT " + i % 4, 20 + i));
    }
    List<Finding> findings = Findings.of(traces);
    Collections.reverse(traces);

    assertThat(Findings.of(traces)).isEqualTo(findings);
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(Findings.of(List.of())).isEmpty();
  }

  private static List<Finding> dominant(List<Trace> traces) {
    return Findings.of(traces).stream()
        .filter(finding -> finding.example().kind() == Kind.DOMINANT)
        .toList();
  }

  private static Trace slow(String id, String statement, int millis) {
    Span sql =
        span(id, "sql", statement, millis)
            .parent("root")
            .kind(SpanKind.CLIENT)
            .attributes(Attributes.of(Map.of("db.system.name", "h2database")))
            .build();
    return trace(span(id, "root", "GET /stock/movements", millis).build(), sql);
  }

  private static Trace failing(String id) {
    Span insert =
        span(id, "sql", "INSERT reservations", 1)
            .parent("root")
            .status(Status.failed("SQLState 23505"))
            .build();
    return trace(span(id, "root", "POST /orders", 1).status(Status.failed("")).build(), insert);
  }

  private static Trace trace(Span... spans) {
    return Traces.assembleOne(List.of(spans), 0);
  }

  private static SpanBuilder span(String trace, String id, String name, int millis) {
    return Span.builder(trace, id)
        .name(name)
        .resource(Resource.of("shop", "shop-1"))
        .time(Nanos.SECOND, Nanos.SECOND + millis * Nanos.MILLI);
  }
}
