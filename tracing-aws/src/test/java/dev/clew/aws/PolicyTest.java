// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import static dev.clew.aws.Batches.span;
import static dev.clew.aws.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.aws.cloudwatch.CloudWatchSenderProvider;
import dev.clew.aws.dynamodb.DynamoDbSenderProvider;
import dev.clew.aws.dynamodb.PartQuery;
import dev.clew.aws.dynamodb.SpanTables;
import dev.clew.aws.kinesis.KinesisSenderProvider;
import dev.clew.aws.model.ModelledCall;
import dev.clew.aws.opensearch.OpenSearchSenderProvider;
import dev.clew.aws.xray.XRaySenderProvider;
import dev.clew.emulators.DynamoDb;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The policy of docs/aws.md allows what the senders ask for, and nothing else. */
class PolicyTest {

  private static final Pattern POLICY =
      Pattern.compile("```json\\n(\\{\\n  \"Version\".*?)```", Pattern.DOTALL);

  @Test
  void xray() throws Exception {
    try (FakeAws aws = new FakeAws().answer("");
        SenderRun run = new SenderRun("xray")) {
      run.set("clew.aws.xray.endpoint", aws.uri() + "/v1/traces");
      send(new XRaySenderProvider(), run);

      assertThat(aws.only().path()).isEqualTo("/v1/traces");
    }
    // The endpoint of OTLP is no operation of the service's; these are its permissions.
    assertThat(allowed("ClewXRay"))
        .containsExactlyInAnyOrder("xray:PutSpans", "xray:PutSpansForIndexing");
  }

  @Test
  void segmentsOfXRay() throws Exception {
    try (FakeAws aws = new FakeAws().answer("{\"UnprocessedTraceSegments\": []}");
        SenderRun run = new SenderRun("xray")) {
      run.set("clew.aws.xray.endpoint", aws.uri().toString())
          .set("clew.aws.xray.protocol", "segments");
      send(new XRaySenderProvider(), run);

      assertThat(allowed("ClewXRaySegments")).isEqualTo(asked(aws));
    }
  }

  @Test
  void samplingByXRaysRules() throws Exception {
    try (FakeAws aws = new FakeAws().answer("{\"SamplingRuleRecords\": []}");
        SenderRun run = new SenderRun("none")) {
      run.set("otel.traces.sampler", "xray")
          .set("otel.traces.sampler.arg", "endpoint=" + aws.uri())
          .traces(1, 1);
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !aws.calls().isEmpty());

      // Targets are asked for some seconds later; HoursOfSamplingTest sees to that.
      assertThat(asked(aws)).containsExactly("xray:GetSamplingRules");
      assertThat(allowed("ClewXRaySampling"))
          .containsExactly("xray:GetSamplingRules", "xray:GetSamplingTargets");
    }
  }

  @Test
  void kinesis() throws Exception {
    try (FakeAws aws = new FakeAws();
        SenderRun run = new SenderRun("kinesis")) {
      aws.answer("{\"Records\": [{\"SequenceNumber\": \"1\", \"ShardId\": \"s\"}]}");
      run.set("clew.aws.kinesis.endpoint", aws.uri().toString())
          .set("clew.aws.kinesis.stream", "traces");
      send(new KinesisSenderProvider(), run);

      assertThat(allowed("ClewKinesis")).isEqualTo(asked(aws));
    }
  }

  @Test
  void cloudWatch() throws Exception {
    try (FakeAws aws = new FakeAws();
        SenderRun run = new SenderRun("cloudwatch")) {
      aws.answer("<PutMetricDataResponse><ResponseMetadata/></PutMetricDataResponse>");
      run.set("clew.aws.cloudwatch.endpoint", aws.uri().toString());
      send(new CloudWatchSenderProvider(), run);

      assertThat(allowed("ClewCloudWatch")).isEqualTo(asked(aws));
      Set<String> namespaces = new TreeSet<>();
      statement("ClewCloudWatch")
          .at("/Condition/StringEquals/cloudwatch:namespace")
          .forEach(name -> namespaces.add(name.asText()));
      assertThat(aws.calls())
          .extracting(call -> call.input().get("Namespace").asText())
          .containsExactlyInAnyOrderElementsOf(namespaces);
    }
  }

  @Test
  void openSearch() throws Exception {
    try (FakeAws aws = new FakeAws().answer("{\"errors\": false}");
        SenderRun run = new SenderRun("opensearch")) {
      run.set("clew.aws.opensearch.endpoint", aws.uri().toString());
      send(new OpenSearchSenderProvider(), run);

      assertThat(aws.requests())
          .extracting(FakeAws.Request::path)
          .containsExactly("/_index_template/clew-otel-v1-apm-span-1", "/_bulk");
    }
    // A permission a method of HTTP, and all of these are posts.
    assertThat(allowed("ClewOpenSearch")).containsExactly("es:ESHttpPost");
  }

  @Test
  void dynamoDb() throws Exception {
    DynamoDb local = DynamoDb.start();
    try (FaultyProxy proxy = new FaultyProxy(local.uri()).every(0);
        SenderRun run = new SenderRun("dynamodb")) {
      run.set("clew.aws.dynamodb.endpoint", proxy.uri())
          .set("clew.aws.dynamodb.table.create", "true");
      send(
          new DynamoDbSenderProvider(),
          run,
          span("1", "2").addAttributes(text("body", "x".repeat(500_000))).build());

      Set<String> asked = new TreeSet<>();
      for (String operation : proxy.operations()) {
        // Transactions need what their writes need, and here all of them are puts.
        asked.add("dynamodb:" + operation.replace("TransactWriteItems", "PutItem"));
      }
      Set<String> allowed = allowed("ClewDynamoDb");
      allowed.addAll(allowed("ClewDynamoDbTables"));
      assertThat(allowed).isEqualTo(asked);
    } finally {
      local.stop();
    }
  }

  @Test
  void readingDynamoDb() throws Exception {
    DynamoDb local = DynamoDb.start();
    try (FaultyProxy proxy = new FaultyProxy(local.uri()).every(0);
        SenderRun run = new SenderRun("dynamodb")) {
      run.set("clew.aws.dynamodb.endpoint", local.uri().toString())
          .set("clew.aws.dynamodb.table.create", "true");
      send(new DynamoDbSenderProvider(), run);
      run.set("clew.aws.dynamodb.endpoint", proxy.uri())
          .set("clew.aws.dynamodb.table.create", "false");
      try (SpanTables tables = SpanTables.open(run.settings())) {
        tables.prepare(Duration.ofSeconds(60));
        tables.services().forEach(tables::operations);
        tables.latest(new PartQuery("shop", 0, Long.MAX_VALUE, true, "any", 0, 10));
        tables.parts("1");
        tables.spans("1", span -> true);
      }

      Set<String> asked = new TreeSet<>();
      proxy.operations().forEach(operation -> asked.add("dynamodb:" + operation));
      assertThat(allowed("ClewDynamoDbRead")).isEqualTo(asked);
      assertThat(statement("ClewDynamoDbRead").get("Resource").toString())
          .contains("table/traces/index/");
    } finally {
      local.stop();
    }
  }

  private static void send(SenderProvider provider, SenderRun run, Span... spans) throws Exception {
    Span[] some = spans.length > 0 ? spans : new Span[] {span("1", "1").build()};
    try (Sender sender = provider.create(run.settings())) {
      assertThat(sender.send(Batches.of("shop", some), Duration.ofSeconds(60)))
          .isEqualTo(SendResult.success());
    }
  }

  private static Set<String> asked(FakeAws aws) {
    return new TreeSet<>(aws.calls().stream().map(ModelledCall::action).toList());
  }

  private static Set<String> allowed(String statement) throws IOException {
    Set<String> actions = new TreeSet<>();
    JsonNode action = statement(statement).get("Action");
    (action.isArray() ? action : List.of(action)).forEach(one -> actions.add(one.asText()));
    return actions;
  }

  private static JsonNode statement(String sid) throws IOException {
    Matcher policy = POLICY.matcher(Files.readString(Path.of("..", "docs", "aws.md")));
    assertThat(policy.find()).as("a policy in docs/aws.md").isTrue();
    for (JsonNode statement : new ObjectMapper().readTree(policy.group(1)).get("Statement")) {
      if (statement.get("Sid").asText().equals(sid)) {
        return statement;
      }
    }
    throw new AssertionError("no statement " + sid);
  }
}
