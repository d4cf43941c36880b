// SPDX-License-Identifier: Apache-2.0
/**
 * Clew in one application: finds configuration, engine and exporter, decides whether to record with
 * an engine of its own or to join an OpenTelemetry that is already there, and stops it all without
 * leaving anything behind. Works with and without CDI. What a span says lives elsewhere.
 */
package dev.clew.instrument.runtime;
