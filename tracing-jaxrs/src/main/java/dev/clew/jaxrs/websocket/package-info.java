// SPDX-License-Identifier: Apache-2.0
/**
 * WebSocket endpoints: each call of one of their methods is a span that knows the request which
 * opened the connection. Found by CDI; the request itself belongs to {@code
 * dev.clew.jaxrs.servlet}.
 */
package dev.clew.jaxrs.websocket;
