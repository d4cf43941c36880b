// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Offers {@code cloudwatch} in {@code otel.traces.exporter}. */
public final class CloudWatchSenderProvider implements SenderProvider {

  /** For {@link java.util.ServiceLoader}. */
  public CloudWatchSenderProvider() {}

  @Override
  public String name() {
    return "cloudwatch";
  }

  @Override
  public Sender create(Settings settings) {
    String namespace = settings.get(AwsOptions.CLOUDWATCH_NAMESPACE);
    Meter meter =
        new Meter(
            new Operations(settings.get(AwsOptions.CLOUDWATCH_OPERATIONS)),
            new Insights(
                settings.get(AwsOptions.CLOUDWATCH_SLOW),
                settings.get(AwsOptions.CLOUDWATCH_SERVICES)));
    return switch (settings.get(AwsOptions.CLOUDWATCH_FORMAT)) {
      case METRICS ->
          new CloudWatchSender(
              new AwsConnection(settings, AwsOptions.CLOUDWATCH_ENDPOINT), namespace, meter);
      case EMF ->
          new EmbeddedMetricsSender(
              LogSink.of(settings.get(AwsOptions.CLOUDWATCH_EMF_AGENT)),
              new EmbeddedMetrics(namespace, settings.get(AwsOptions.CLOUDWATCH_EMF_GROUP)),
              meter);
    };
  }
}
