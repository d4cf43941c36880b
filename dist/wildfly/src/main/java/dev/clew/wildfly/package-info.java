// SPDX-License-Identifier: Apache-2.0
/**
 * WildFly's side of the server-wide installation: a subsystem that gives every deployment its own
 * copy of the drop-in, as if it lay in the archive. Nothing of tracing itself.
 */
package dev.clew.wildfly;
