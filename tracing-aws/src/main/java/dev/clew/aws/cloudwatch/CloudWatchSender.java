// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.aws.otlp.OtlpSpan;
import dev.clew.aws.otlp.OtlpValues;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.AwsSender;
import dev.clew.aws.sender.Delivery;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Measures batches, and sends what it has measured at once: nothing waits in memory. CloudWatch
 * cannot tell what it has had before, so that a request whose answer is lost counts twice.
 */
final class CloudWatchSender extends AwsSender {

  /** CloudWatch takes 1,000 metrics and 1 MB; one with 150 values has 10 kB before it is zipped. */
  private static final int MAX_METRICS = 100;

  private final String namespace;
  private final Operations operations;
  private final Insights insights;
  private CloudWatchClient client;

  CloudWatchSender(
      AwsConnection connection, String namespace, Operations operations, Insights insights) {
    super(connection);
    this.namespace = namespace;
    this.operations = operations;
    this.insights = insights;
  }

  @Override
  protected SendResult deliver(Batch batch, Duration timeout)
      throws IOException, InterruptedException {
    if (client == null) {
      client = connection().client(CloudWatchClient.builder(), timeout.dividedBy(3));
    }
    Delivery delivery = new Delivery(connection(), timeout);
    String service = OtlpValues.service(OtlpValues.resource(batch.resourcePrefix()));
    Measures spans = new Measures();
    Measures found = new Measures();
    batch.forEach(
        (scope, bytes, offset, length) -> {
          try {
            OtlpSpan span = OtlpSpan.read(bytes, offset, length);
            Entry entry = Entry.of(span);
            insights.look(span, entry, service, found);
            if (entry != null) {
              entry.measure(service, operations.name(span.name()), spans);
            }
          } catch (IllegalArgumentException noSpan) {
            delivery.reject(1, noSpan.getMessage());
          }
        });
    put(namespace, spans.data(), batch.spans(), delivery);
    put(namespace + "/Insights", found.data(), 0, delivery);
    return delivery.result();
  }

  private void put(String namespace, List<MetricDatum> data, int spans, Delivery delivery)
      throws IOException, InterruptedException {
    boolean refused = false;
    for (int start = 0; start < data.size(); start += MAX_METRICS) {
      List<MetricDatum> some = data.subList(start, Math.min(data.size(), start + MAX_METRICS));
      refused |= !delivery.complete(some, metrics -> put(namespace, metrics)).isEmpty();
    }
    if (refused) {
      delivery.reject(spans, "CloudWatch refused metrics");
    }
  }

  private List<MetricDatum> put(String namespace, List<MetricDatum> metrics) {
    client.putMetricData(put -> put.namespace(namespace).metricData(metrics));
    return List.of();
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
