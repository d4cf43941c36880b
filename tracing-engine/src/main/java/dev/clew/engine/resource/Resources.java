// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
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
   * The resource's attributes, in the order of their keys. Never blocks, unless a {@link
   * ResourceProvider} does: no name service is asked.
   *
   * @return each a String or a Long
   */
  public static Map<String, Object> from(Settings settings) {
    Map<String, Object> attributes = new TreeMap<>(Detected.attributes());
    if (!addProvided(attributes, settings, ResourceProvider.class.getClassLoader())) {
      addProvided(attributes, settings, Thread.currentThread().getContextClassLoader());
    }
    attributes.putAll(settings.get(ATTRIBUTES));
    if (settings.isSet(SERVICE_NAME) || !attributes.containsKey(NAME)) {
      attributes.put(NAME, settings.get(SERVICE_NAME));
    }
    attributes.keySet().removeAll(settings.get(DISABLED_KEYS));
    return attributes;
  }

  /**
   * Whether there was a provider. One that fails is reported, and those behind it are not asked.
   */
  private static boolean addProvided(
      Map<String, Object> attributes, Settings settings, ClassLoader loader) {
    boolean found = false;
    try {
      for (ResourceProvider provider : ServiceLoader.load(ResourceProvider.class, loader)) {
        found = true;
        attributes.putAll(provider.attributes(settings));
      }
    } catch (Throwable failed) {
      settings
          .problems()
          .report(
              "CLEW-0106",
              "what a library knows of this process could not be found out (%s); going on without it"
                  .formatted(Printable.of(String.valueOf(failed), 200)));
    }
    return found;
  }
}
