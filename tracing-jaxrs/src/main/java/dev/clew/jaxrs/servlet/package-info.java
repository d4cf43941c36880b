// SPDX-License-Identifier: Apache-2.0
/**
 * The servlet filter that owns the server span: one a request, whatever is forwarded, included,
 * dispatched again or left to other threads. It registers itself; containers that do not look for
 * initializers (embedded ones) can be given {@link dev.clew.jaxrs.servlet.TracingFilter}.
 */
package dev.clew.jaxrs.servlet;
