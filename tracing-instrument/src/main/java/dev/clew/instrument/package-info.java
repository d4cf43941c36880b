// SPDX-License-Identifier: Apache-2.0
/**
 * What a span says, and the one {@link dev.clew.instrument.Guard} that keeps errors of tracing away
 * from applications. Handlers stand in one package a protocol; they work with any {@code
 * OpenTelemetry} and know no engine, server or client.
 */
package dev.clew.instrument;
