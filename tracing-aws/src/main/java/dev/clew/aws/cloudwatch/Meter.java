// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.aws.cloudwatch.Sample.Status;
import dev.clew.aws.otlp.OtlpSpan;
import dev.clew.aws.otlp.OtlpValues;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures the spans with which traces enter a service: those of servers and consumers, and those
 * without a parent. For one thread.
 */
final class Meter {

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int LONGEST = 255;

  private final Operations operations;
  private final Insights insights;

  Meter(Operations operations, Insights insights) {
    this.operations = operations;
    this.insights = insights;
  }

  Samples measure(Batch batch) throws IOException {
    List<Sample> samples = new ArrayList<>();
    long[] unreadable = {0};
    batch.forEach(
        (scope, bytes, offset, length) -> {
          try {
            OtlpSpan span = OtlpSpan.read(bytes, offset, length);
            insights.look(span);
            if (enters(span)) {
              samples.add(sample(span));
            }
          } catch (IllegalArgumentException noSpan) {
            unreadable[0]++;
          }
        });
    String service = OtlpValues.service(OtlpValues.resource(batch.resourcePrefix()));
    return new Samples(printable(service), samples, unreadable[0]);
  }

  private static boolean enters(OtlpSpan span) {
    return span.isRoot() || span.kind() == OtlpSpan.SERVER || span.kind() == OtlpSpan.CONSUMER;
  }

  private Sample sample(OtlpSpan span) {
    long nanos = Math.max(0, span.end() - span.start());
    return new Sample(
        span.end() / MINUTE,
        printable(operations.name(span.name())),
        status(span),
        nanos,
        insights.isSlow(nanos),
        insights.isManyServices(span.traceId()));
  }

  private static Status status(OtlpSpan span) {
    long http = span.attributes().get("http.response.status_code") instanceof Long code ? code : 0;
    if (http >= 400 && http < 500) {
      return Status.ERROR;
    }
    return span.isError() || http >= 500 ? Status.FAULT : Status.OK;
  }

  /** CloudWatch takes printable ASCII, and not nothing. */
  private static String printable(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length() && i < LONGEST; i++) {
      char c = value.charAt(i);
      text.append(c >= ' ' && c < 0x7f ? c : '?');
    }
    return text.toString().isBlank() ? "(none)" : text.toString();
  }
}
