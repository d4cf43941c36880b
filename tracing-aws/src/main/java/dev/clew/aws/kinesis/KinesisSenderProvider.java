// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.kinesis;

import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Offers {@code kinesis} in {@code otel.traces.exporter}. */
public final class KinesisSenderProvider implements SenderProvider {

  /** For {@link java.util.ServiceLoader}. */
  public KinesisSenderProvider() {}

  @Override
  public String name() {
    return "kinesis";
  }

  @Override
  public Sender create(Settings settings) {
    String stream = settings.get(AwsOptions.KINESIS_STREAM);
    if (stream.isEmpty()) {
      throw new IllegalArgumentException(AwsOptions.KINESIS_STREAM + " is not set");
    }
    return new KinesisSender(
        new AwsConnection(settings, AwsOptions.KINESIS_ENDPOINT),
        stream,
        Math.toIntExact(settings.get(AwsOptions.KINESIS_RECORD)));
  }
}
