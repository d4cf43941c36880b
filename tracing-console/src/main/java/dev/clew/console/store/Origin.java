// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;

/**
 * Who made a span. Immutable.
 *
 * @param resource the process
 * @param scope the library
 */
public record Origin(Resource resource, InstrumentationScope scope) {

  /** As OpenTelemetry names a service that has no name. */
  static final String UNKNOWN_SERVICE = "unknown_service";

  /** The resource's {@code service.name}. */
  public String service() {
    for (KeyValue attribute : resource.getAttributesList()) {
      if (attribute.getKey().equals("service.name")
          && !attribute.getValue().getStringValue().isEmpty()) {
        return attribute.getValue().getStringValue();
      }
    }
    return UNKNOWN_SERVICE;
  }
}
