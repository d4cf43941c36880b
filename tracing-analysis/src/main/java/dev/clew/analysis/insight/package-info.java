// SPDX-License-Identifier: Apache-2.0
/**
 * What is worth knowing of a trace, in plain English: what is wrong, which spans show it, how much
 * it matters and what to do next. One class for each kind of finding; thresholds stand where they
 * are used, with the reason.
 */
package dev.clew.analysis.insight;
