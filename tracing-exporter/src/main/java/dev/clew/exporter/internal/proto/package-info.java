// SPDX-License-Identifier: Apache-2.0
/** Writes OTLP protobuf as OTLP JSON, without the protobuf library. */
package dev.clew.exporter.internal.proto;
