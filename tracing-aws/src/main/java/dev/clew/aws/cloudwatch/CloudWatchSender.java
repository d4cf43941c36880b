// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.Delivery;
import dev.clew.aws.sender.RequestSender;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Measures batches, and sends what it has measured at once: nothing waits in memory. CloudWatch
 * cannot tell what it has had before, so that a request whose answer is lost counts twice.
 */
final class CloudWatchSender extends RequestSender<CloudWatchSender.Put> {

  /** What CloudWatch takes in a request (CloudWatch, "PutMetricData"), before it is zipped. */
  private static final int MAX_METRICS = 1_000;

  private static final int MAX_BYTES = 1_000_000;

  /** Names of fields with their numbers; of a value and its count, with digits. */
  private static final int FIXED_BYTES = 250;

  private static final int VALUE_BYTES = 140;

  private final String namespace;
  private final Meter meter;
  private CloudWatchClient client;

  CloudWatchSender(AwsConnection connection, String namespace, Meter meter) {
    super(connection);
    this.namespace = namespace;
    this.meter = meter;
  }

  /**
   * A request, which is taken or refused as a whole.
   *
   * @param spans how many are not measured without it
   */
  record Put(String namespace, List<MetricDatum> metrics, int spans) {}

  @Override
  protected String resource() {
    return namespace;
  }

  @Override
  protected void connect(Duration timeout) {
    if (client == null) {
      client = connection().client(CloudWatchClient.builder(), timeout);
    }
  }

  @Override
  protected List<List<Put>> requests(Batch batch, Delivery delivery) throws IOException {
    Samples samples = meter.measure(batch);
    if (samples.unreadable() > 0) {
      delivery.reject(samples.unreadable(), "no spans");
    }
    List<List<Put>> requests = new ArrayList<>();
    add(requests, namespace, Measures.ofSpans(samples).data(), batch.spans());
    add(requests, Metrics.insights(namespace), Measures.ofInsights(samples).data(), 0);
    return requests;
  }

  private static void add(
      List<List<Put>> requests, String namespace, List<MetricDatum> data, int spans) {
    int told = 0;
    for (int start = 0; start < data.size(); ) {
      int end = end(data, start);
      int share = (int) ((long) spans * end / data.size()) - told;
      told += share;
      requests.add(List.of(new Put(namespace, data.subList(start, end), share)));
      start = end;
    }
  }

  /** Where the request ends that begins there. */
  private static int end(List<MetricDatum> data, int start) {
    int end = start;
    for (int bytes = 0; end < data.size() && end - start < MAX_METRICS; end++) {
      bytes += bytes(data.get(end));
      if (bytes > MAX_BYTES && end > start) {
        break;
      }
    }
    return end;
  }

  /** No less than what it takes in a form, where every character may become three. */
  private static int bytes(MetricDatum metric) {
    int bytes = FIXED_BYTES + metric.values().size() * VALUE_BYTES;
    for (Dimension dimension : metric.dimensions()) {
      bytes += FIXED_BYTES + dimension.value().length() * 3;
    }
    return bytes;
  }

  @Override
  protected List<Put> put(List<Put> puts, Delivery delivery) {
    for (Put each : puts) {
      client.putMetricData(put -> put.namespace(each.namespace).metricData(each.metrics));
    }
    return List.of();
  }

  @Override
  protected long spans(Put put) {
    return put.spans;
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    super.close();
  }
}
