// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpSettingsTest {

  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "http://c:4318, http://c:4318/v1/traces",
    "http://c:4318/, http://c:4318/v1/traces",
    "https://c/otlp, https://c/otlp/v1/traces",
    "https://c/otlp/, https://c/otlp/v1/traces",
    "HTTP://[::1]:1, HTTP://[::1]:1/v1/traces",
  })
  void theBaseUrlGetsThePath(String given, String used) {
    assertThat(Endpoint.from(settings(Map.of("otel.exporter.otlp.endpoint", given))))
        .hasToString(used);
  }

  @Test
  void theUrlForTracesIsUsedAsItStands() {
    Map<String, String> settings =
        Map.of(
            "otel.exporter.otlp.endpoint", "http://base:1",
            "otel.exporter.otlp.traces.endpoint", "http://traces:2/own?x=y");

    assertThat(Endpoint.from(settings(settings))).hasToString("http://traces:2/own?x=y");
  }

  @Test
  void theDefaultIsTheLocalCollector() {
    assertThat(Endpoint.from(settings(Map.of()))).hasToString("http://localhost:4318/v1/traces");
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"collector:4318", "ftp://c", "http://", "http:// c", "http://c:99999", ""})
  void aUrlThatCannotBeUsedIsReportedAndTheDefaultUsed(String given) {
    assertThat(Endpoint.from(settings(Map.of("otel.exporter.otlp.endpoint", given))))
        .hasToString("http://localhost:4318/v1/traces");
    assertThat(problems).hasSize(given.isEmpty() ? 0 : 1).allMatch(p -> p.startsWith("CLEW-0212"));
  }

  @Test
  void aPasswordInAUrlIsNotShown() {
    Endpoint.from(settings(Map.of("otel.exporter.otlp.endpoint", "ftp://me:s3cret@c")));

    assertThat(problems).hasSize(1).noneMatch(p -> p.contains("s3cret"));
  }

  @Test
  void headersForTracesReplaceTheOthers() {
    Map<String, String> settings =
        Map.of(
            "otel.exporter.otlp.headers", "a=1",
            "otel.exporter.otlp.traces.headers", "b=2");

    assertThat(Headers.from(settings(settings))).isEqualTo(Map.of("b", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=s3cret%0d%0aX:y", "b c=s3cret", "Content-Length=s3cret", "a=s3cret%E2%82%AC"})
  void aHeaderThatCannotBeSentIsReportedWithoutItsValue(String given) {
    Map<String, String> usable =
        Headers.from(settings(Map.of("otel.exporter.otlp.headers", given + ",ok=yes")));

    assertThat(usable).isEqualTo(Map.of("ok", "yes"));
    assertThat(problems).hasSize(1).allMatch(p -> p.startsWith("CLEW-0213"));
    assertThat(problems).noneMatch(p -> p.contains("s3cret"));
  }

  @Test
  void anotherProtocolIsReported() {
    new OtlpSenderProvider().create(settings(Map.of("otel.exporter.otlp.protocol", "grpc")));

    assertThat(problems).hasSize(1).first().asString().startsWith("CLEW-0211").contains("grpc");
  }

  @Test
  void theProtocolForTracesReplacesTheOther() {
    new OtlpSenderProvider()
        .create(
            settings(
                Map.of(
                    "otel.exporter.otlp.protocol", "grpc",
                    "otel.exporter.otlp.traces.protocol", "http/protobuf")));

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 0 ', PT0S",
    "'Sun, 06 Nov 1994 08:49:37 GMT', PT0S",
    "'Thu, 01 Jan 1970 00:00:10 GMT', PT9S",
    "-1,",
    "soon,",
    "99999999999999999999,"
  })
  void retryAfterIsSecondsOrADate(String header, String wait) {
    java.time.Duration expected = wait == null ? null : java.time.Duration.parse(wait);
    long now = header.contains("1994") ? 1_700_000_000_000L : 1_000;

    assertThat(RetryAfter.parse(header, () -> now)).isEqualTo(expected);
  }

  private Settings settings(Map<String, String> values) {
    return Settings.of(values::get, (id, message) -> problems.add(id + ": " + message));
  }
}
