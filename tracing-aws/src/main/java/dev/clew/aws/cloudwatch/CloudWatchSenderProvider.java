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
    return new CloudWatchSender(
        new AwsConnection(settings, AwsOptions.CLOUDWATCH_ENDPOINT),
        settings.get(AwsOptions.CLOUDWATCH_NAMESPACE),
        new Operations(settings.get(AwsOptions.CLOUDWATCH_OPERATIONS)),
        new Insights(
            settings.get(AwsOptions.CLOUDWATCH_SLOW),
            settings.get(AwsOptions.CLOUDWATCH_SERVICES)));
  }
}
