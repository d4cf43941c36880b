// SPDX-License-Identifier: Apache-2.0
/**
 * Sends spans to two tables of DynamoDB: {@code dynamodb} in {@code otel.traces.exporter}. Spans
 * and the summaries that count them are written in the same transactions, so that a span that is
 * sent twice is counted once.
 */
package dev.clew.aws.dynamodb;
