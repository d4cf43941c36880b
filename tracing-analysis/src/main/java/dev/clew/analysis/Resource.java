// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Map;
import java.util.Objects;

/**
 * What recorded a span, by OpenTelemetry's resource conventions.
 *
 * @param attributes such as {@code service.name}
 */
public record Resource(Attributes attributes) {

  private static final String UNKNOWN = "unknown_service";

  /** Checks that nothing is {@code null}. */
  public Resource {
    Objects.requireNonNull(attributes, "attributes");
  }

  /** An instance of a service. */
  public static Resource of(String service, String instance) {
    return new Resource(
        Attributes.of(Map.of("service.name", service, "service.instance.id", instance)));
  }

  /** The service's name; {@code unknown_service} where it has none. */
  public String service() {
    String name = attributes.text("service.name");
    return name == null || name.isEmpty() ? UNKNOWN : name;
  }

  /** Which of the service's processes it is: what names it best; empty where nothing does. */
  public String instance() {
    String instance = attributes.text("service.instance.id");
    if (instance == null || instance.isEmpty()) {
      instance = attributes.text("host.name");
    }
    return instance == null ? "" : instance;
  }
}
