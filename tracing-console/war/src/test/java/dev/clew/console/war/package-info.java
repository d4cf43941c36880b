// SPDX-License-Identifier: Apache-2.0
/** The collector on a WildFly. */
package dev.clew.console.war;
