// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.api.config.Settings;
import dev.clew.exporter.sender.Sender;
import java.util.HashMap;
import java.util.Map;

/** Senders as they are configured. */
final class OtlpSenders {

  private OtlpSenders() {}

  static Sender create(String url, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.exporter.otlp.endpoint", url);
    settings.putAll(more);
    return new OtlpSenderProvider().create(Settings.of(settings));
  }
}
