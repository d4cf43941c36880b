// SPDX-License-Identifier: Apache-2.0
/** OTLP as bytes and as JSON, within limits. Nothing here knows what becomes of a request. */
package dev.clew.console.otlp;
