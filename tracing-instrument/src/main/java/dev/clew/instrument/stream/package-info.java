// SPDX-License-Identifier: Apache-2.0
/**
 * What spans say of connections that stay open after the request that opened them: WebSocket
 * messages and server-sent events. Each is a span of its own, which refers to the opening request.
 */
package dev.clew.instrument.stream;
