// SPDX-License-Identifier: Apache-2.0
/** What the collector is given in a server, and what it takes with it when it goes. */
package dev.clew.console.war;
