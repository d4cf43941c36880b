// SPDX-License-Identifier: Apache-2.0
/**
 * Liberty's side of the server-wide installation: a user feature that gives every web application
 * its own copy of the drop-in, as if it lay in {@code WEB-INF/lib}. Nothing of tracing itself.
 */
package dev.clew.liberty;
