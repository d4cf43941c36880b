// SPDX-License-Identifier: Apache-2.0
/**
 * What spans of HTTP servers and clients say, by OpenTelemetry's semantic conventions 1.44 (stable
 * names only). Adapters translate a request and a response into the views here and say when the
 * exchange starts and ends; names, attributes, status and what stays secret are decided here.
 */
package dev.clew.instrument.http;
