// SPDX-License-Identifier: Apache-2.0
/** What was measured, what it comes to, and how it is shown: as text, on a page, in the README. */
package dev.clew.benchmarks.report;
