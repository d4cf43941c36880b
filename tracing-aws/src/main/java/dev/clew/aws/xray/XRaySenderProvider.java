// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Offers {@code xray} in {@code otel.traces.exporter}. */
public final class XRaySenderProvider implements SenderProvider {

  private static final String VARIABLE = "AWS_XRAY_DAEMON_ADDRESS";

  /** For {@link java.util.ServiceLoader}. */
  public XRaySenderProvider() {}

  @Override
  public String name() {
    return "xray";
  }

  @Override
  public Sender create(Settings settings) {
    return switch (settings.get(AwsOptions.XRAY_PROTOCOL)) {
      case OTLP -> new XRaySender(connection(settings));
      case SEGMENTS ->
          new SegmentSender(connection(settings), settings.get(AwsOptions.XRAY_ANNOTATIONS));
      case DAEMON -> new DaemonSender(daemon(settings), settings.get(AwsOptions.XRAY_ANNOTATIONS));
    };
  }

  private static AwsConnection connection(Settings settings) {
    return new AwsConnection(settings, AwsOptions.XRAY_ENDPOINT);
  }

  private static DaemonAddress daemon(Settings settings) {
    String given = settings.get(AwsOptions.XRAY_DAEMON);
    String variable = System.getenv(VARIABLE);
    String text = given.isEmpty() && variable != null ? variable : given;
    try {
      return text.isBlank() ? DaemonAddress.USUAL : DaemonAddress.parse(text);
    } catch (IllegalArgumentException malformed) {
      settings
          .problems()
          .report(
              "CLEW-0713",
              "the X-Ray daemon's address is '%s' (%s); using %s:%d instead"
                  .formatted(
                      Printable.of(text, 200),
                      malformed.getMessage(),
                      DaemonAddress.USUAL.host(),
                      DaemonAddress.USUAL.port()));
      return DaemonAddress.USUAL;
    }
  }
}
