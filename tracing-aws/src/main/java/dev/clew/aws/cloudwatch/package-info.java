// SPDX-License-Identifier: Apache-2.0
/**
 * Sends metrics of spans to CloudWatch: {@code cloudwatch} in {@code otel.traces.exporter}. What is
 * measured are the spans with which a trace enters a service; all others only tell what is called.
 */
package dev.clew.aws.cloudwatch;
