// SPDX-License-Identifier: Apache-2.0
/**
 * How every room reads its configuration: an {@link dev.clew.api.config.Option} says what a key
 * means and allows, {@link dev.clew.api.config.Settings} reads it and reports what cannot be used.
 * Where values come from (MicroProfile Config, environment) is decided by whoever creates the
 * settings.
 */
package dev.clew.api.config;
