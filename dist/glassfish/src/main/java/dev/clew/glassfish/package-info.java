// SPDX-License-Identifier: Apache-2.0
/**
 * The side of GlassFish and Payara of the server-wide installation: a module that gives every
 * application its own copy of the drop-in, as if it lay among its libraries. Nothing of tracing
 * itself.
 */
package dev.clew.glassfish;
