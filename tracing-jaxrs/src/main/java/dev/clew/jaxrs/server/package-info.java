// SPDX-License-Identifier: Apache-2.0
/**
 * JAX-RS resources: says the route and the method to whoever owns the server span, and owns it
 * where no servlet filter does. Needs the JAX-RS API only; where Jersey is, its monitoring tells
 * more than the API can.
 */
package dev.clew.jaxrs.server;
