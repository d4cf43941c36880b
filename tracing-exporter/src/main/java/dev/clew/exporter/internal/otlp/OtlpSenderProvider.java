// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.exporter.ExporterOptions;
import dev.clew.exporter.ExporterOptions.Compression;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;
import java.net.URI;

/** Makes the sender {@code otlp}; a key for traces beats the one for all signals. */
public final class OtlpSenderProvider implements SenderProvider {

  private static final String PROTOCOL = "http/protobuf";

  /** For {@link java.util.ServiceLoader}. */
  public OtlpSenderProvider() {}

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public Sender create(Settings settings) {
    checkProtocol(settings);
    URI uri = Endpoint.from(settings);
    Target target =
        new Target(
            uri,
            Headers.from(settings),
            Tls.from(settings, uri),
            first(settings, ExporterOptions.OTLP_TRACES_TIMEOUT, ExporterOptions.OTLP_TIMEOUT));
    Compression compression =
        first(settings, ExporterOptions.OTLP_TRACES_COMPRESSION, ExporterOptions.OTLP_COMPRESSION);
    return new OtlpSender(target, compression == Compression.GZIP);
  }

  static <T> T first(Settings settings, Option<T> traces, Option<T> all) {
    return settings.get(settings.isSet(traces) ? traces : all);
  }

  private static void checkProtocol(Settings settings) {
    String asked =
        first(settings, ExporterOptions.OTLP_TRACES_PROTOCOL, ExporterOptions.OTLP_PROTOCOL);
    if (!asked.trim().equalsIgnoreCase(PROTOCOL)) {
      settings
          .problems()
          .report(
              "CLEW-0211",
              "the OTLP protocol '%s' is not spoken; using %s instead (collectors take it on port"
                      .formatted(Printable.of(asked, 50), PROTOCOL)
                  + " 4318 by default)");
    }
  }
}
