// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every sender asks AWS for the same spans, when there are always more of them: a hundred
 * batches of 512, of traces of ten spans, of twenty operations. docs/aws.md says the same. DynamoDB
 * is measured by {@code CostTest}, against a real one.
 */
class RequestsTest {

  private static final int SPANS = 100 * 512;
  private static final int TRACE = 10;
  private static final int OPERATIONS = 20;

  /** Senders with the answer that always does. */
  enum Target {
    XRAY("xray", "clew.aws.xray.endpoint", ""),
    SEGMENTS("xray", "clew.aws.xray.endpoint", "{\"UnprocessedTraceSegments\": []}") {
      @Override
      SenderRun run(FakeAws aws) {
        return super.run(aws).set("clew.aws.xray.protocol", "segments");
      }
    },
    KINESIS("kinesis", "clew.aws.kinesis.endpoint", "{\"Records\": [" + "{},".repeat(499) + "{}]}"),
    OPENSEARCH("opensearch", "clew.aws.opensearch.endpoint", "{\"errors\": false}"),
    CLOUDWATCH(
        "cloudwatch",
        "clew.aws.cloudwatch.endpoint",
        "<PutMetricDataResponse><ResponseMetadata/></PutMetricDataResponse>");

    private final String sender;
    private final String endpoint;
    private final String answer;

    Target(String sender, String endpoint, String answer) {
      this.sender = sender;
      this.endpoint = endpoint;
      this.answer = answer;
    }

    SenderRun run(FakeAws aws) {
      aws.answer(answer);
      return new SenderRun(sender)
          .set(endpoint, aws.uri().toString())
          .set("clew.aws.kinesis.stream", "traces")
          .set("otel.bsp.schedule.delay", "1h")
          .set("clew.journal.size", "64MB");
    }
  }

  @ParameterizedTest
  @EnumSource
  void requestsForAThousandSpansAreWhatTheDocumentSays(Target target) throws IOException {
    int requests;
    try (FakeAws aws = new FakeAws();
        SenderRun run = target.run(aws)) {
      record(run.tracer());
      assertThat(run.flush()).isTrue();
      assertThat(run.sent()).isEqualTo(SPANS);
      requests = aws.requests().size();
    }

    double measured = requests * 1_000.0 / SPANS;
    assertThat(Math.round(measured * 10) / 10.0).as("for 1,000 spans").isEqualTo(said(target));
  }

  private static void record(Tracer tracer) {
    for (int trace = 0; trace < SPANS / TRACE; trace++) {
      Span root =
          tracer.spanBuilder("GET /" + trace % OPERATIONS).setSpanKind(SpanKind.SERVER).startSpan();
      Context context = Context.root().with(root);
      Collections.nCopies(TRACE - 1, "step")
          .forEach(name -> tracer.spanBuilder(name).setParent(context).startSpan().end());
      root.end();
    }
  }

  /** From the row {@code | `kinesis` | 2.0 |}. */
  private static double said(Target target) throws IOException {
    String name = target == Target.SEGMENTS ? "xray, segments" : target.sender;
    Matcher row =
        Pattern.compile("\\| `" + name + "` \\| ([\\d.]+) \\|")
            .matcher(Files.readString(Path.of("..", "docs", "aws.md")));
    assertThat(row.find()).as("a row for %s", name).isTrue();
    return Double.parseDouble(row.group(1));
  }
}
