// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Offers {@code xray} in {@code otel.traces.exporter}. */
public final class XRaySenderProvider implements SenderProvider {

  /** For {@link java.util.ServiceLoader}. */
  public XRaySenderProvider() {}

  @Override
  public String name() {
    return "xray";
  }

  @Override
  public Sender create(Settings settings) {
    return new XRaySender(new AwsConnection(settings, AwsOptions.XRAY_ENDPOINT));
  }
}
