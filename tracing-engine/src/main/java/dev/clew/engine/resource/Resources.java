// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The resource: what is detected, then what is configured, which wins. */
public final class Resources {

  /** The version of the semantic conventions that the attributes follow. */
  public static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.44.0";

  /** The name under which the service's spans are shown. */
  public static final Option<String> SERVICE_NAME =
      Option.text("otel.service.name", "unknown_service:java");

  /**
   * What else every span of this service says of where it comes from, for example
   * deployment.environment.name=production,service.version=1.2.
   */
  public static final Option<Map<String, String>> ATTRIBUTES =
      Option.map("otel.resource.attributes", "");

  /** Attributes of the resource that are left out, for example host.name,process.pid. */
  public static final Option<List<String>> DISABLED_KEYS =
      Option.list("otel.resource.disabled.keys", "");

  private static final String NAME = "service.name";

  private Resources() {}

  /** Every option of this package. */
  public static List<Option<?>> options() {
    return List.of(SERVICE_NAME, ATTRIBUTES, DISABLED_KEYS);
  }

  /**
   * The resource's attributes, in the order of their keys. Never blocks: no name service is asked.
   *
   * @return each a String or a Long
   */
  public static Map<String, Object> from(Settings settings) {
    Map<String, Object> attributes = new TreeMap<>(Detected.attributes());
    attributes.putAll(settings.get(ATTRIBUTES));
    if (settings.isSet(SERVICE_NAME) || !attributes.containsKey(NAME)) {
      attributes.put(NAME, settings.get(SERVICE_NAME));
    }
    attributes.keySet().removeAll(settings.get(DISABLED_KEYS));
    return attributes;
  }
}
