// SPDX-License-Identifier: Apache-2.0
/**
 * What the server-wide installations have in common: where the drop-in's jars are, and what is said
 * to administrators. No class of any server.
 */
package dev.clew.dist;
