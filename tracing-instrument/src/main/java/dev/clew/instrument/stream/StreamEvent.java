// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.stream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;

/**
 * What all spans of one kind have in common; worth keeping. Immutable.
 *
 * @param spanName of low cardinality
 * @param kind who causes it
 * @param attributes those known before
 */
public record StreamEvent(String spanName, SpanKind kind, Attributes attributes) {}
