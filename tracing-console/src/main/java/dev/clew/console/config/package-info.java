// SPDX-License-Identifier: Apache-2.0
/** What of the collector can be set. */
package dev.clew.console.config;
