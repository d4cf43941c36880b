// SPDX-License-Identifier: Apache-2.0
/** What JMH is to measure besides time and allocation, in the process that is measured. */
package dev.clew.benchmarks.profile;
