// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Offers {@code dynamodb} in {@code otel.traces.exporter}. */
public final class DynamoDbSenderProvider implements SenderProvider {

  /** For {@link java.util.ServiceLoader}. */
  public DynamoDbSenderProvider() {}

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public Sender create(Settings settings) {
    return new DynamoDbSender(
        new AwsConnection(settings, AwsOptions.DYNAMODB_ENDPOINT), new Tables(settings));
  }
}
