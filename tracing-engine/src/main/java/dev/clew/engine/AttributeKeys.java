// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.AttributeKey;

/** Reads attribute keys, which applications may implement. */
final class AttributeKeys {

  private AttributeKeys() {}

  /** The key's text; {@code null} where it has none. */
  static String text(AttributeKey<?> key) {
    try {
      return key == null ? null : key.getKey();
    } catch (Throwable failed) {
      return null;
    }
  }
}
