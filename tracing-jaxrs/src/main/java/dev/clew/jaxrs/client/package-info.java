// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP out: JAX-RS clients and MicroProfile REST clients. They are traced without the application's
 * doing where the platform lets a library register itself; {@link
 * dev.clew.jaxrs.client.TracedClients} is for where it does not, or tells too little.
 */
package dev.clew.jaxrs.client;
