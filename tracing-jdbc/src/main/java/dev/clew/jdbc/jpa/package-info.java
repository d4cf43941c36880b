// SPDX-License-Identifier: Apache-2.0
/**
 * The DataSources of persistence units: how tracing gets around them, one class for each provider
 * of Jakarta Persistence. Each is loaded only by that provider, or where that provider is.
 */
package dev.clew.jdbc.jpa;
