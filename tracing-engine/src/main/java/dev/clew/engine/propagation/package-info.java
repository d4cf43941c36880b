// SPDX-License-Identifier: Apache-2.0
/**
 * How a trace crosses from one process to the next: the headers of W3C Trace Context (level 2), W3C
 * Baggage, B3 and Jaeger, read and written. What a span is, and how it is recorded, is not here.
 *
 * <p>Headers come from anybody, so every reader here works in one pass, refuses rather than throws,
 * and stops at a fixed size; every writer emits printable ASCII only.
 *
 * <p>A header that is sent on several lines is seen whole where the getter says so: with an
 * OpenTelemetry API from 1.50 on by {@code TextMapGetter.getAll}, with any API by a {@code
 * TextMapGetter.get} that joins the lines with commas (RFC 9110, section 5.3).
 */
package dev.clew.engine.propagation;
