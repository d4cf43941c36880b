// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtlpJsonTest {

  @Test
  void writesWhatTheOtlpSpecificationAsksFor() throws Exception {
    JsonNode data = new ObjectMapper().readTree(OtlpJson.of(Spans.checkout()));

    JsonNode span = data.at("/resourceSpans/0/scopeSpans/0/spans/0");
    assertThat(span.get("traceId").textValue()).isEqualTo(Spans.TRACE);
    assertThat(span.get("spanId").textValue()).isEqualTo("0000000000000001");
    assertThat(span.get("kind").isInt()).isTrue();
    assertThat(span.get("startTimeUnixNano").textValue()).isEqualTo("1700000000000000000");
    assertThat(span.at("/attributes/0/value/intValue").textValue()).isEqualTo("500");
    assertThat(span.at("/status/code").intValue()).isEqualTo(2);
  }

  @Test
  void keepsTheSpansOfAServiceTogether() throws Exception {
    JsonNode data = new ObjectMapper().readTree(OtlpJson.of(Spans.checkout()));

    assertThat(data.get("resourceSpans")).hasSize(2);
    assertThat(data.at("/resourceSpans/0/scopeSpans/0/spans")).hasSize(4);
    assertThat(data.at("/resourceSpans/1/resource/attributes/0/value/stringValue").textValue())
        .isEqualTo("stock");
  }

  @Test
  void escapesWhatJsonDoesNotTake() throws Exception {
    String name = "a \"quoted\" \\ line\nof \u0001 and \ud83e\uddf6";
    ServiceSpan span = Spans.of("orders", Spans.internal(1, 0, name, 0, 1));

    JsonNode data = new ObjectMapper().readTree(OtlpJson.of(List.of(span)));

    assertThat(data.at("/resourceSpans/0/scopeSpans/0/spans/0/name").textValue()).isEqualTo(name);
  }
}
