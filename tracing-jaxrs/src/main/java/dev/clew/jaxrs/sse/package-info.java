// SPDX-License-Identifier: Apache-2.0
/**
 * Server-sent events: each event that a resource sends is a span that knows the request whose
 * response is the stream. How long the stream lasts is said by the span of that request.
 */
package dev.clew.jaxrs.sse;
