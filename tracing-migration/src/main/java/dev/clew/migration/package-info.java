// SPDX-License-Identifier: Apache-2.0
/**
 * OpenRewrite recipes for those who come from another tracer: {@code META-INF/rewrite/clew.yml}
 * lists them, and what that cannot say is a class here. Nothing of this is in an application.
 */
package dev.clew.migration;
