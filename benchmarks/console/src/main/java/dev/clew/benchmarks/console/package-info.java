// SPDX-License-Identifier: Apache-2.0
/** How many spans a second the collector takes, what that costs, and how soon it finds them. */
package dev.clew.benchmarks.console;
