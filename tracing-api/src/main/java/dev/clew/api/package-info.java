// SPDX-License-Identifier: Apache-2.0
/**
 * What an application compiles against: {@link dev.clew.api.Traced} and {@link
 * dev.clew.api.SpanTag}. Recording and exporting live elsewhere; for anything else (current span,
 * tracer, baggage) applications use the OpenTelemetry API itself.
 */
package dev.clew.api;
