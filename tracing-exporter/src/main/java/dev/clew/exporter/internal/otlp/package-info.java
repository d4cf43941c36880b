// SPDX-License-Identifier: Apache-2.0
/** The sender {@code otlp}: OTLP/HTTP with protobuf, as the OpenTelemetry protocol specifies. */
package dev.clew.exporter.internal.otlp;
