// SPDX-License-Identifier: Apache-2.0
/**
 * Sends spans to a stream of Kinesis: {@code kinesis} in {@code otel.traces.exporter}. A record is
 * an OTLP request with spans of one trace, whose id is the partition key.
 */
package dev.clew.aws.kinesis;
