// SPDX-License-Identifier: Apache-2.0
/** Reads OTLP protobuf without the protobuf library, and writes it as OTLP JSON. */
package dev.clew.exporter.internal.proto;
