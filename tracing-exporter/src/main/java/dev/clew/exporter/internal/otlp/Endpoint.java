// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.exporter.ExporterOptions;
import java.net.URI;

/**
 * The URL for traces, as the <a
 * href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/#endpoint-urls-for-otlphttp">specification</a>
 * has it: the one for traces is used as it stands, the base URL gets {@code v1/traces} appended.
 */
final class Endpoint {

  private static final String PATH = "v1/traces";

  private Endpoint() {}

  static URI from(Settings settings) {
    boolean own = settings.isSet(ExporterOptions.OTLP_TRACES_ENDPOINT);
    Option<String> option =
        own ? ExporterOptions.OTLP_TRACES_ENDPOINT : ExporterOptions.OTLP_ENDPOINT;
    String text = settings.get(option).trim();
    try {
      URI given = parse(text);
      return own ? given : parse(withPath(text));
    } catch (IllegalArgumentException unusable) {
      String standard = withPath(ExporterOptions.OTLP_ENDPOINT.defaultText());
      settings
          .problems()
          .report(
              "CLEW-0212",
              "%s is set to '%s'; allowed is a URL with http or https; using %s instead"
                  .formatted(option.key(), Printable.of(withoutUser(text), 200), standard));
      return URI.create(standard);
    }
  }

  private static String withPath(String base) {
    return base + (base.endsWith("/") ? "" : "/") + PATH;
  }

  private static String withoutUser(String text) {
    return text.replaceAll("//[^/@]*@", "//...@");
  }

  private static URI parse(String text) {
    URI uri = URI.create(text);
    String scheme = uri.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }
}
