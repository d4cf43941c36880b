// SPDX-License-Identifier: Apache-2.0
/** Questions over HTTP: the collector's own, and those of Jaeger's query API. */
package dev.clew.console.query;
