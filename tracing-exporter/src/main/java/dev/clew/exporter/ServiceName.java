// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import dev.clew.exporter.sender.ProtoReader;

/** Finds {@code service.name} in a resource, so that people can tell exporters apart. */
final class ServiceName {

  private static final int RESOURCE = 1;
  private static final int ATTRIBUTE = 1;
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int STRING = 1;

  private ServiceName() {}

  /** The name; {@code unknown} where there is none. */
  static String of(byte[] resourcePrefix) {
    try {
      ProtoReader fields = new ProtoReader(resourcePrefix);
      while (fields.next()) {
        if (fields.is(RESOURCE)) {
          return inResource(fields.message());
        }
      }
    } catch (IllegalArgumentException malformed) {
      // Nothing but the name depends on it.
    }
    return "unknown";
  }

  private static String inResource(ProtoReader resource) {
    while (resource.next()) {
      if (resource.is(ATTRIBUTE) && "service.name".equals(text(resource.message(), KEY))) {
        String name = name(resource.message());
        return name != null ? name : "unknown";
      }
    }
    return "unknown";
  }

  private static String name(ProtoReader attribute) {
    while (attribute.next()) {
      if (attribute.is(VALUE)) {
        return text(attribute.message(), STRING);
      }
    }
    return null;
  }

  private static String text(ProtoReader message, int field) {
    while (message.next()) {
      if (message.is(field)) {
        return message.text();
      }
    }
    return null;
  }
}
