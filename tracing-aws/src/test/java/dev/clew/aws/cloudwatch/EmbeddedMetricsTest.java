// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import static dev.clew.aws.Batches.attribute;
import static dev.clew.aws.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.aws.SenderRun;
import dev.clew.aws.model.ModelledCall;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.File;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics in lines, as an agent or standard output gets them. */
class EmbeddedMetricsTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SenderRun run =
      new SenderRun("cloudwatch").set("clew.aws.cloudwatch.format", "emf");

  @AfterEach
  void stop() {
    run.close();
  }

  @Test
  void metricsAreThoseOfPutMetricData() throws Exception {
    Map<String, Double> expected = new TreeMap<>();
    try (FakeAws aws = new FakeAws()) {
      aws.answer("<PutMetricDataResponse><ResponseMetadata/></PutMetricDataResponse>");
      SenderRun other =
          new SenderRun("cloudwatch").set("clew.aws.cloudwatch.endpoint", aws.uri().toString());
      try (other;
          Sender sender = new CloudWatchSenderProvider().create(other.settings())) {
        sender.send(mixed(), LONG);
      }
      aws.calls().forEach(call -> addSums(call, expected));
    }

    Map<String, Double> found = new TreeMap<>();
    for (JsonNode event : byDatagrams(mixed())) {
      assertThat(EmbeddedMetricsCheck.violations(event)).isEmpty();
      assertThat(event.toString()).as("docs/aws.md says 2,600").hasSizeLessThan(2_700);
      EmbeddedMetricsCheck.addSums(event, found);
    }
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    // Of PutMetricData durations are rounded to two digits.
    found.forEach((name, sum) -> assertThat(sum / expected.get(name)).as(name).isBetween(.9, 1.1));
  }

  /** 250 of one operation, which is too many for an event; an error, a fault, odd names. */
  private static Batch mixed() {
    List<Span> spans = new ArrayList<>();
    IntStream.rangeClosed(1, 250)
        .forEach(i -> spans.add(span(Integer.toHexString(i), "1").setName("GET /a").build()));
    spans.add(
        span("fff", "1")
            .setName("GET /ü \"quoted\"")
            .addAttributes(
                attribute("http.response.status_code", AnyValue.newBuilder().setIntValue(404)))
            .build());
    spans.add(
        span("ffe", "1")
            .setName("")
            .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
            .setEndTimeUnixNano(1_700_000_007_000_000_000L)
            .build());
    return Batches.of("shop", spans.toArray(Span[]::new));
  }

  private List<JsonNode> byDatagrams(Batch batch) throws Exception {
    try (DatagramSocket agent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      agent.setSoTimeout((int) LONG.toMillis());
      run.set("clew.aws.cloudwatch.emf.agent", "udp://127.0.0.1:" + agent.getLocalPort());
      assertThat(send(batch)).isEqualTo(SendResult.success());
      List<JsonNode> events = new ArrayList<>();
      for (int requests = 0; requests < batch.spans(); ) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        agent.receive(packet);
        JsonNode event = JSON.readTree(packet.getData(), 0, packet.getLength());
        requests += event.get("Requests").size();
        events.add(event);
      }
      return events;
    }
  }

  @Test
  void agentGetsALineForEachEventWithTheLogGroup() throws Exception {
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    try (FaultyAgent agent = new FaultyAgent(n -> FaultyAgent.Fault.NONE, events::add).come()) {
      run.set("clew.aws.cloudwatch.emf.agent", agent.uri())
          .set("clew.aws.cloudwatch.emf.group", "spans");

      assertThat(send(mixed())).isEqualTo(SendResult.success());
      assertThat(events)
          .hasSize(5)
          .allMatch(event -> event.at("/_aws/LogGroupName").asText().equals("spans"));
    }
  }

  @Test
  void standardOutputHasNothingButJsonWhateverTheServerPutsInFront(@TempDir Path directory)
      throws Exception {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                withoutSdk(System.getProperty("java.class.path")),
                Server.class.getName())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(5).allMatch(line -> line.startsWith("{\"_aws\":"));
  }

  /** Whoever writes lines needs nothing of AWS. */
  private static String withoutSdk(String classPath) {
    String sdk = Path.of("software", "amazon").toString();
    assertThat(classPath).contains(sdk);
    return Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.contains(sdk))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A process whose output has something in front of every line. */
  static final class Server {

    public static void main(String[] none) throws Exception {
      System.setOut(
          new java.io.PrintStream(System.out) {
            @Override
            public void write(byte[] bytes, int offset, int length) {
              super.print("INFO ");
              super.write(bytes, offset, length);
            }
          });
      SenderRun run = new SenderRun("cloudwatch").set("clew.aws.cloudwatch.format", "emf");
      try (Sender sender = new CloudWatchSenderProvider().create(run.settings())) {
        sender.send(mixed(), LONG);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:25888", "http://127.0.0.1:25888", "tcp://127.0.0.1", "tcp:"})
  void addressThatIsNoneIsReported(String address) {
    run.set("clew.aws.cloudwatch.emf.agent", address).tracer();

    assertThat(run.problems()).singleElement().asString().contains("clew.aws.cloudwatch.emf.agent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://nowhere.invalid:25888", "udp://nowhere.invalid:25888"})
  void agentWhoseNameNobodyKnowsYetIsTriedAgain(String address) {
    run.set("clew.aws.cloudwatch.emf.agent", address);

    assertThatThrownBy(() -> send(mixed())).isInstanceOf(IOException.class);
  }

  private SendResult send(Batch batch) throws Exception {
    try (Sender sender = new CloudWatchSenderProvider().create(run.settings())) {
      return sender.send(batch, LONG);
    }
  }

  private static void addSums(ModelledCall call, Map<String, Double> sums) {
    String namespace = call.input().get("Namespace").asText();
    for (JsonNode metric : call.input().get("MetricData")) {
      StringBuilder name = new StringBuilder(namespace + ' ' + metric.get("MetricName").asText());
      metric.get("Dimensions").forEach(one -> name.append('/').append(one.get("Value").asText()));
      for (int i = 0; i < metric.get("Values").size(); i++) {
        double value = metric.get("Values").get(i).asDouble();
        // One more, so that what is zero is counted, too.
        sums.merge(
            name.toString(), (value + 1) * metric.get("Counts").get(i).asDouble(), Double::sum);
      }
    }
  }
}
