// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The checks of the tests find what they are there for. */
class ServiceModelTest {

  @Test
  void requestThatFollowsTheModelIsFine() throws IOException {
    ModelledCall call =
        json("Kinesis_20131202.PutRecords", record("\"AQID\"", "key"), "\"StreamName\":\"s\"");

    assertThat(call.violations()).isEmpty();
    assertThat(call.action()).isEqualTo("kinesis:PutRecords");
  }

  @Test
  void membersTypesLengthsAndPatternsAreLookedAt() throws IOException {
    assertThat(json("Kinesis_20131202.PutRecords", "\"StreamName\":\"s\"").violations())
        .singleElement()
        .asString()
        .contains("lacks Records");
    assertThat(
            json(
                    "Kinesis_20131202.PutRecords",
                    record("\"AQID\"", "k".repeat(257)),
                    "\"StreamName\":\"no space\",\"Other\":1")
                .violations())
        .hasSize(3)
        .anyMatch(one -> one.contains("257 characters"))
        .anyMatch(one -> one.contains("StreamName is not"))
        .anyMatch(one -> one.contains("knows no Other"));
    assertThat(json("Kinesis_20131202.PutRecords", "\"Records\":7").violations())
        .anyMatch(one -> one.contains("is no list"));
    assertThat(json("Kinesis_20131202.PutSomething", "\"Records\":7").violations())
        .containsExactly("kinesis has no operation PutSomething");
  }

  @Test
  void formsAreReadAsTheModelHasThem() throws IOException {
    String form =
        "Action=PutMetricData&Version=2010-08-01&Namespace=Shop"
            + "&MetricData.member.1.MetricName=Requests&MetricData.member.1.Value=1.5"
            + "&MetricData.member.1.Unit=Count";
    ModelledCall call = query(form);

    assertThat(call.violations()).isEmpty();
    assertThat(call.action()).isEqualTo("cloudwatch:PutMetricData");
    assertThat(call.input().at("/MetricData/0/Value").asDouble()).isEqualTo(1.5);
    assertThat(query(form.replace("Unit=Count", "Unit=Apples")).violations())
        .anyMatch(one -> one.contains("is none of"));
  }

  @Test
  void documentedLimitsAreLookedAt() throws IOException {
    StringBuilder form =
        new StringBuilder(
            "Action=PutMetricData&Version=2010-08-01&Namespace=Shop"
                + "&MetricData.member.1.MetricName=Duration");
    for (int i = 1; i <= 151; i++) {
      form.append("&MetricData.member.1.Values.member.").append(i).append('=').append(i);
    }
    assertThat(query(form.toString()).violations()).containsExactly("more than 150 values");
  }

  @Test
  void limitsOfMessagesEventsAndExecutionsAreLookedAt() throws IOException {
    StringBuilder batch =
        new StringBuilder(
            "Action=PublishBatch&Version=2010-03-31&TopicArn=arn:aws:sns:eu-central-1:1:orders");
    for (int i = 1; i <= 11; i++) {
      String entry = "&PublishBatchRequestEntries.member." + i;
      batch.append(entry).append(".Id=").append(i);
      batch.append(entry).append(".Message=").append("x".repeat(24_000));
    }
    assertThat(query(batch.toString()).violations())
        .containsExactly("more than 10 messages", "messages of 264000 bytes");

    String event =
        "{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":\"" + "x".repeat(27_000) + "\"}";
    assertThat(events(11, event)).singleElement().asString().contains("11 entries");
    assertThat(events(10, event)).singleElement().asString().contains("events of 270020 bytes");
    assertThat(events(9, event)).isEmpty();

    assertThat(execution("x".repeat(256))).isEmpty();
    assertThat(execution("x".repeat(257))).singleElement().asString().contains("257 characters");
    assertThat(execution("\u00e9")).singleElement().asString().contains("ASCII");
  }

  private static List<String> events(int count, String event) throws IOException {
    String entries = String.join(",", Collections.nCopies(count, event));
    return json("AWSEvents.PutEvents", "\"Entries\":[" + entries + "]").violations();
  }

  private static List<String> execution(String traceHeader) throws IOException {
    return json(
            "AWSStepFunctions.StartExecution",
            "\"stateMachineArn\":\"arn\",\"traceHeader\":\"" + traceHeader + "\"")
        .violations();
  }

  private static String record(String data, String key) {
    return "\"Records\":[{\"Data\":" + data + ",\"PartitionKey\":\"" + key + "\"}]";
  }

  private static ModelledCall json(String target, String... members) throws IOException {
    return call(Map.of("X-Amz-Target", target), "{" + String.join(",", members) + "}");
  }

  private static ModelledCall query(String form) throws IOException {
    return call(Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
  }

  private static ModelledCall call(Map<String, String> headers, String body) throws IOException {
    Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    any.putAll(headers);
    return ModelledCalls.of("/", any, body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
