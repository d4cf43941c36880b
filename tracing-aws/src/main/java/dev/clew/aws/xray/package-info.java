// SPDX-License-Identifier: Apache-2.0
/**
 * Sends spans to X-Ray without a collector: {@code xray} in {@code otel.traces.exporter}, OTLP over
 * HTTP with requests that are signed. Batching, retries and counting are the exporter's.
 */
package dev.clew.aws.xray;
