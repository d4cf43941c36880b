// SPDX-License-Identifier: Apache-2.0
/**
 * Spans as a collector fills them, and the traces that are put together from them, in any order,
 * late, duplicated, with clocks that differ. Everything in this room is a pure function: no input
 * or output, no clock, no thread, the same answer for the same spans whatever their order, in
 * linear time or n log n, and without recursion, so that neither depth nor size of a trace matters.
 * What is said about traces lives in the packages below; nothing here knows them.
 */
package dev.clew.analysis;
