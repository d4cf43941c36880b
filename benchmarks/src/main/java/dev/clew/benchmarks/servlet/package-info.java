// SPDX-License-Identifier: Apache-2.0
/** As much of a servlet container as a filter asks for, so that its own cost is next to nothing. */
package dev.clew.benchmarks.servlet;
