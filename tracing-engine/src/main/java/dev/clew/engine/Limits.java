// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;

/**
 * How much a span may hold (OpenTelemetry, "Attribute limits" and "Span limits").
 *
 * @param attributes of a span
 * @param events of a span
 * @param links of a span
 * @param eventAttributes of an event
 * @param linkAttributes of a link
 * @param length of any text, in chars: values, names, messages, stack traces
 */
record Limits(
    int attributes, int events, int links, int eventAttributes, int linkAttributes, int length) {

  static Limits from(Settings settings) {
    Option<Integer> all = EngineOptions.ATTRIBUTE_COUNT;
    return new Limits(
        either(settings, EngineOptions.SPAN_ATTRIBUTE_COUNT, all),
        settings.get(EngineOptions.SPAN_EVENT_COUNT),
        settings.get(EngineOptions.SPAN_LINK_COUNT),
        either(settings, EngineOptions.EVENT_ATTRIBUTE_COUNT, all),
        either(settings, EngineOptions.LINK_ATTRIBUTE_COUNT, all),
        either(settings, EngineOptions.SPAN_VALUE_LENGTH, EngineOptions.VALUE_LENGTH));
  }

  private static int either(Settings settings, Option<Integer> special, Option<Integer> general) {
    return settings.get(settings.isSet(special) ? special : general);
  }
}
