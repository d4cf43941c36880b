// SPDX-License-Identifier: Apache-2.0
/**
 * MicroProfile REST clients that are injected: wraps them where the implementation tells nobody of
 * a connection that fails. Everything else about clients is in {@code dev.clew.jaxrs.client}.
 */
package dev.clew.jaxrs.restclient;
