// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.exporter.ExporterOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The configured headers that can be sent. Values are secrets and appear in no message. */
final class Headers {

  /** A token of RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

  /** What the sender sets itself. */
  private static final Set<String> OURS =
      Set.of(
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "host",
          "expect");

  private Headers() {}

  static Map<String, String> from(Settings settings) {
    Map<String, String> usable = new LinkedHashMap<>();
    Map<String, String> given =
        OtlpSenderProvider.first(
            settings, ExporterOptions.OTLP_TRACES_HEADERS, ExporterOptions.OTLP_HEADERS);
    for (Map.Entry<String, String> header : given.entrySet()) {
      if (isUsable(header.getKey(), header.getValue())) {
        usable.put(header.getKey(), header.getValue());
      } else {
        report(settings, header.getKey());
      }
    }
    return Map.copyOf(usable);
  }

  private static boolean isUsable(String name, String value) {
    return NAME.matcher(name).matches()
        && VALUE.matcher(value).matches()
        && !OURS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static void report(Settings settings, String name) {
    settings
        .problems()
        .report(
            "CLEW-0213",
            "the OTLP header '%s' cannot be sent (its name is none, is one the sender sets itself,"
                    .formatted(Printable.of(name, 100))
                + " or its value has characters that a header cannot have); it is left out");
  }
}
