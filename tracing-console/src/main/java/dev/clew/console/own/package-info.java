// SPDX-License-Identifier: Apache-2.0
/**
 * The collector's own traces: how Clew is set where it traces the collector, and the short way from
 * there to what comes in.
 */
package dev.clew.console.own;
